import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an edition is published, which decision agreed it, and how partnerships were consulted and told (LON-04). */
export class EditionAgreement1764900004320 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE procedure_edition
        ADD published_at text, ADD decision_reference text, ADD consulted_until date, ADD notice_given_on date;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE procedure_edition
        DROP published_at, DROP decision_reference, DROP consulted_until, DROP notice_given_on;
    `);
  }
}
