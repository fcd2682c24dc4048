import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which other pseudonyms children were known. */
export class PartnershipChildLinks1764461000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_link (
        pseudonym text PRIMARY KEY, child_pseudonym text NOT NULL CHECK (child_pseudonym <> pseudonym));
      CREATE INDEX child_link_by_child ON child_link (child_pseudonym);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE child_link');
  }
}
