import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was imported: each file, by whom, and the input of each row that it recorded. */
export class Imports1765000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE record_import (
        id bigint PRIMARY KEY,
        record_type text NOT NULL, file_name text NOT NULL, file_sha256 text NOT NULL,
        rows integer NOT NULL DEFAULT 0, recorded integer NOT NULL DEFAULT 0, unchanged integer NOT NULL DEFAULT 0,
        imported_at timestamptz(3) NOT NULL DEFAULT now(), person text, role text, changes_before bigint NOT NULL,
        undone_at timestamptz(3), undone_by text, undone_by_role text);
      CREATE TABLE record_import_row (
        import_id bigint NOT NULL REFERENCES record_import, row integer NOT NULL, input jsonb NOT NULL,
        filled_in boolean NOT NULL, PRIMARY KEY (import_id, row));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE record_import_row; DROP TABLE record_import');
  }
}
