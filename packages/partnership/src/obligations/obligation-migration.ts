import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a governing document obliges to. It is written whole from the facts, after the clauses and bodies that it names. */
export class ObligationRules1764800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE obligation_rule (
        id text PRIMARY KEY,
        clause_id text REFERENCES clause DEFERRABLE INITIALLY DEFERRED,
        topic text NOT NULL, rule text NOT NULL,
        body_id text REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        judged_by jsonb NOT NULL, position integer NOT NULL UNIQUE);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE obligation_rule');
  }
}
