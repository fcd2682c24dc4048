import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a clause quotes apart from what is said of it, and what is read into a fact beside it. Facts are loaded anew. */
export class ClauseWords1764800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE clause RENAME COLUMN text TO summary;
      ALTER TABLE clause ADD heading text, ADD quote text, ADD note text, ALTER section DROP NOT NULL;
      ALTER TABLE seat ADD note text;
      ALTER TABLE terms_of_reference ADD dated_on text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terms_of_reference DROP dated_on;
      ALTER TABLE seat DROP note;
      UPDATE clause SET section = '' WHERE section IS NULL;
      ALTER TABLE clause DROP heading, DROP quote, DROP note, ALTER section SET NOT NULL;
      ALTER TABLE clause RENAME COLUMN summary TO text;
    `);
  }
}
