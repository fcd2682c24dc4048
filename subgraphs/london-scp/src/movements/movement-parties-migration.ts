import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The child of each movement, by pseudonym, and the order in which each party reads its own. */
export class MovementParties1763769600400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Nothing but demonstration data could be entered so far. It comes again, with pseudonyms, after this.
    await queryRunner.query(`
      DELETE FROM child_movement WHERE is_synthetic;
      ALTER TABLE child_movement ADD child_pseudonym text NOT NULL;
      CREATE INDEX child_movement_by_origin ON child_movement (origin_code, notified_on, id);
      CREATE INDEX child_movement_by_destination ON child_movement (destination_code, notified_on, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX child_movement_by_destination, child_movement_by_origin;
      ALTER TABLE child_movement DROP child_pseudonym;
    `);
  }
}
