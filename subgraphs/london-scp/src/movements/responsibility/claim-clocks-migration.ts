import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a claim to be responsible is to be answered, and when it first was. */
export class ClaimClocks1764700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE responsibility_claim ADD met_at timestamptz, ADD due_at timestamptz;
      UPDATE responsibility_claim SET met_at = answered_at;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE responsibility_claim DROP due_at, DROP met_at');
  }
}
