import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An obligation is of a governing document, and can stand in several under one id. They are loaded anew. */
export class ObligationsOfDocuments1764900005001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM obligation_rule;
      DELETE FROM loaded_source WHERE name = 'obligations';
      ALTER TABLE obligation_rule
        ADD document_id text NOT NULL REFERENCES terms_of_reference DEFERRABLE INITIALLY DEFERRED,
        DROP CONSTRAINT obligation_rule_pkey, ADD PRIMARY KEY (document_id, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM obligation_rule;
      DELETE FROM loaded_source WHERE name = 'obligations';
      ALTER TABLE obligation_rule DROP CONSTRAINT obligation_rule_pkey, DROP document_id, ADD PRIMARY KEY (id);
    `);
  }
}
