import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an edition holds, since when as precisely as its source says, and the rules that hang on it.
 *
 * An edition's end is the beginning of the next and is no longer stored, so that no two can overlap; a unique index on
 * the earliest day that a beginning can mean (`2024-04` is 2024-04-01) keeps two from beginning together.
 */
export class EditionContent1763769600300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE procedure ADD is_reference boolean NOT NULL DEFAULT true;
      ALTER TABLE procedure ALTER is_reference DROP DEFAULT;

      ALTER TABLE procedure_edition DROP CONSTRAINT procedure_edition_procedure_id_in_force_from_key;
      ALTER TABLE procedure_edition DROP in_force_to;
      ALTER TABLE procedure_edition ALTER in_force_from TYPE text USING to_char(in_force_from, 'YYYY-MM-DD');
      ALTER TABLE procedure_edition
        ADD CHECK (in_force_from ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        ADD chapters jsonb NOT NULL DEFAULT '[]',
        ADD changes jsonb NOT NULL DEFAULT '[]',
        ADD source text,
        ADD is_reference boolean NOT NULL DEFAULT false;
      ALTER TABLE procedure_edition
        ALTER chapters DROP DEFAULT, ALTER changes DROP DEFAULT, ALTER is_reference DROP DEFAULT,
        ADD CHECK (NOT (is_reference AND is_synthetic)),
        ADD CHECK (NOT is_reference OR source IS NOT NULL);
      CREATE UNIQUE INDEX procedure_edition_begins_alone
        ON procedure_edition (procedure_id, (left(in_force_from || '-01-01', 10)));

      CREATE TABLE procedure_rule (
        id text PRIMARY KEY,
        procedure_id text NOT NULL REFERENCES procedure DEFERRABLE INITIALLY DEFERRED,
        edition_id text REFERENCES procedure_edition DEFERRABLE INITIALLY DEFERRED,
        code text NOT NULL, amount integer NOT NULL CHECK (amount > 0), unit text NOT NULL, starts_at text NOT NULL,
        counts_start_day boolean NOT NULL,
        valid_from text CHECK (valid_from ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        valid_to text CHECK (valid_to ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        stated_by text NOT NULL, source text NOT NULL, note text, is_reference boolean NOT NULL);
      CREATE UNIQUE INDEX procedure_rule_begins_alone
        ON procedure_rule (procedure_id, code, (left(coalesce(valid_from, '0000') || '-01-01', 10)));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE procedure_rule;
      DROP INDEX procedure_edition_begins_alone;
      ALTER TABLE procedure_edition
        DROP chapters, DROP changes, DROP source, DROP is_reference,
        DROP CONSTRAINT procedure_edition_in_force_from_check;
      ALTER TABLE procedure_edition
        ALTER in_force_from TYPE date USING left(in_force_from || '-01-01', 10)::date,
        ADD in_force_to date CHECK (in_force_to >= in_force_from);
      ALTER TABLE procedure_edition ADD UNIQUE (procedure_id, in_force_from);
      ALTER TABLE procedure DROP is_reference;
      -- Last: rows that changed and wait for their deferred keys keep a table from being altered.
      UPDATE procedure_edition SET in_force_to = successor.begins - 1
        FROM (SELECT id, lead(in_force_from) OVER (PARTITION BY procedure_id ORDER BY in_force_from) AS begins
              FROM procedure_edition) AS successor
        WHERE successor.id = procedure_edition.id;
    `);
  }
}
