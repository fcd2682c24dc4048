import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which other pseudonyms children were known. */
export class ChildLinks1764461000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_link (
        pseudonym text PRIMARY KEY, child_pseudonym text NOT NULL CHECK (child_pseudonym <> pseudonym));
      CREATE INDEX child_link_by_child ON child_link (child_pseudonym);
      -- One move of a child may have been notified under two of its pseudonyms, before anybody knew that they are one child.
      DROP INDEX child_movement_once_open;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Children stay one. Their open movements may be of one move, so that the index is not unique any more.
    await queryRunner.query(`
      DROP TABLE child_link;
      CREATE INDEX child_movement_once_open ON child_movement (child_pseudonym, origin_code, destination_code)
        WHERE closed_at IS NULL;
    `);
  }
}
