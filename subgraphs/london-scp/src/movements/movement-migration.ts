import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of children moving. */
export class Movements1763769600005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_movement (
        id text PRIMARY KEY, category text NOT NULL,
        origin_code text NOT NULL REFERENCES local_authority DEFERRABLE INITIALLY DEFERRED,
        destination_code text NOT NULL REFERENCES local_authority DEFERRABLE INITIALLY DEFERRED,
        notified_on date NOT NULL, moved_on date NOT NULL, is_permanent boolean NOT NULL,
        is_synthetic boolean NOT NULL, CHECK (origin_code <> destination_code));
      CREATE INDEX child_movement_latest_first ON child_movement (notified_on DESC, id DESC);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE child_movement');
  }
}
