import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was recorded before it was corrected or withdrawn. Rows are added and never changed: the database refuses. */
export class RecordChanges1764400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE record_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_type text NOT NULL, record text NOT NULL, kind text NOT NULL CHECK (kind IN ('CORRECTED', 'WITHDRAWN')),
        was jsonb NOT NULL, reason text NOT NULL, changed_at timestamptz(3) NOT NULL DEFAULT now(),
        person text, role text);
      CREATE INDEX record_change_latest_first ON record_change (changed_at DESC, id DESC);
      CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The history of what was recorded is only added to.'; END $$;
      CREATE TRIGGER record_change_is_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON record_change
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE record_change; DROP FUNCTION refuse_change_of_history()');
  }
}
