import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a person has seen to a step which the hub refused, and whether the hub was told. */
export class SettledSteps1764559000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE movement_outbox ADD settlement jsonb, ADD settlement_told_at timestamptz;
      CREATE INDEX movement_outbox_to_tell ON movement_outbox (sequence)
        WHERE settlement IS NOT NULL AND settlement_told_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE movement_outbox DROP settlement_told_at, DROP settlement');
  }
}
