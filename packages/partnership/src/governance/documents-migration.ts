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
      ${KNOWN_BY_ITS_ROWS}
      ${OF_A_DOCUMENT.map(
        (table) => `
          ALTER TABLE ${table} ADD document_id text REFERENCES terms_of_reference DEFERRABLE INITIALLY DEFERRED;
          UPDATE ${table} SET document_id = (SELECT id FROM terms_of_reference) ${table === 'body' ? 'WHERE is_reference' : ''};`,
      ).join('')}
      SET CONSTRAINTS ALL IMMEDIATE;
      ${OF_A_DOCUMENT.filter((table) => table !== 'body')
        .map((table) => `ALTER TABLE ${table} ALTER document_id SET NOT NULL;`)
        .join('')}
      ${referBodyTo('known_body')}
      ALTER TABLE body DROP CONSTRAINT body_pkey, ADD PRIMARY KEY (id, position),
        ADD CHECK ((document_id IS NULL) <> is_reference);
      CREATE UNIQUE INDEX body_once_a_document ON body (document_id, id) NULLS NOT DISTINCT;
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
      DROP INDEX body_once_a_document;
      ALTER TABLE body DROP CONSTRAINT body_check, DROP CONSTRAINT body_pkey, ADD PRIMARY KEY (id);
      ${referBodyTo('body')}
      ${OF_A_DOCUMENT.map((table) => `ALTER TABLE ${table} DROP document_id;`).join('')}
      DROP TRIGGER body_becomes_known ON body;
      DROP TRIGGER body_is_forgotten ON body;
      DROP FUNCTION body_becomes_known, body_is_forgotten;
      DROP TABLE known_body;
      ALTER TABLE terms_of_reference DROP in_force_from, DROP replaced_from, DROP position;
      DELETE FROM loaded_source WHERE name IN ('facts', 'obligations');
    `);
  }
}

/** A body is known as long as a document has it, or it was opened. */
const KNOWN_BY_ITS_ROWS = `
  CREATE FUNCTION body_becomes_known() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO known_body VALUES (NEW.id) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE FUNCTION body_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM known_body WHERE id = OLD.id AND NOT EXISTS (SELECT FROM body WHERE body.id = OLD.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER body_becomes_known AFTER INSERT ON body FOR EACH ROW EXECUTE FUNCTION body_becomes_known();
  CREATE TRIGGER body_is_forgotten AFTER DELETE ON body FOR EACH ROW EXECUTE FUNCTION body_is_forgotten();`;

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
