import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Governing documents one after another. What a document says is of that document, and a body can stand in several: what is
 * recorded of a body names it, and no longer what one document says of it. Facts are loaded anew.
 */
export class GoverningDocuments1764900005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terms_of_reference ADD in_force_from text, ADD replaced_from text, ADD position integer NOT NULL DEFAULT 0;
      ALTER TABLE terms_of_reference ALTER position DROP DEFAULT, ADD UNIQUE (position);
      CREATE TABLE known_body (id text PRIMARY KEY);
      INSERT INTO known_body SELECT id FROM body;
      ${OF_A_DOCUMENT.map(
        (table) => `
          ALTER TABLE ${table} ADD document_id text REFERENCES terms_of_reference DEFERRABLE INITIALLY DEFERRED;
          UPDATE ${table} SET document_id = (SELECT id FROM terms_of_reference);
          SET CONSTRAINTS ALL IMMEDIATE;
          ALTER TABLE ${table} ALTER document_id SET NOT NULL;`,
      ).join('')}
      ${referBodyTo('known_body')}
      ALTER TABLE body DROP CONSTRAINT body_pkey, ADD PRIMARY KEY (document_id, id),
        ADD FOREIGN KEY (id) REFERENCES known_body DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE seat DROP CONSTRAINT seat_body_id_position_key, ADD UNIQUE (document_id, body_id, position);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM seat WHERE document_id IN (SELECT id FROM terms_of_reference WHERE replaced_from IS NOT NULL);
      ${OF_A_DOCUMENT.filter((table) => table !== 'seat')
        .map(
          (table) =>
            `DELETE FROM ${table} WHERE document_id IN (SELECT id FROM terms_of_reference WHERE replaced_from IS NOT NULL);`,
        )
        .join('')}
      DELETE FROM terms_of_reference WHERE replaced_from IS NOT NULL;
      SET CONSTRAINTS ALL IMMEDIATE;
      ALTER TABLE seat DROP CONSTRAINT seat_document_id_body_id_position_key, ADD UNIQUE (body_id, position);
      ALTER TABLE body DROP CONSTRAINT body_id_fkey, DROP CONSTRAINT body_pkey, ADD PRIMARY KEY (id);
      ${referBodyTo('body')}
      ${OF_A_DOCUMENT.map((table) => `ALTER TABLE ${table} DROP document_id;`).join('')}
      DROP TABLE known_body;
      ALTER TABLE terms_of_reference DROP in_force_from, DROP replaced_from, DROP position;
      DELETE FROM loaded_source WHERE name IN ('facts', 'obligations');
    `);
  }
}

/** The tables of what a document says. Of obligations, see their own migration. */
const OF_A_DOCUMENT = ['clause', 'statutory_partner', 'body', 'seat', 'relation'];

/** Lets every column that names a body refer to `target`, whatever its table: those of a partnership's own too. */
const referBodyTo = (target: 'body' | 'known_body') => `
  DO $$
  DECLARE
    key record;
  BEGIN
    FOR key IN
      SELECT conname, conrelid::regclass AS "table", attname AS "column"
      FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE contype = 'f' AND confrelid = '${target === 'body' ? 'known_body' : 'body'}'::regclass
    LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key."table", key.conname);
      EXECUTE format(
        'ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES ${target} DEFERRABLE INITIALLY DEFERRED',
        key."table", key.conname, key."column");
    END LOOP;
  END $$;`;
