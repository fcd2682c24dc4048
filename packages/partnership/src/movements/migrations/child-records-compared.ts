import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The records of movements that have not ended, for the hub's reconciliation to find among many that have. */
export class ChildRecordsCompared1763769600510 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX child_record_unended ON child_record (movement_id) WHERE ended_at IS NULL AND notified_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX child_record_unended');
  }
}
