import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Procedures and their editions. */
export class Procedures1763769600003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE procedure (
        id text PRIMARY KEY, title text NOT NULL UNIQUE, kind text NOT NULL, description text NOT NULL,
        published_at text, sources text[] NOT NULL);
      CREATE TABLE procedure_edition (
        id text PRIMARY KEY,
        procedure_id text NOT NULL REFERENCES procedure DEFERRABLE INITIALLY DEFERRED,
        in_force_from date NOT NULL, in_force_to date CHECK (in_force_to >= in_force_from),
        is_synthetic boolean NOT NULL, UNIQUE (procedure_id, in_force_from));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE procedure_edition, procedure');
  }
}
