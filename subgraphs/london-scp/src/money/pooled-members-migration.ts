import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member organisation of the London SCP itself is invited to contribute too, and is of no partnership (LON-31). */
export class PooledMembers1764900004310 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pooled_contribution ALTER partnership_id DROP NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM pooled_contribution WHERE partnership_id IS NULL;
      ALTER TABLE pooled_contribution ALTER partnership_id SET NOT NULL;
    `);
  }
}
