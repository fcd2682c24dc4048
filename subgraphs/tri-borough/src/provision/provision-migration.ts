import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of declared provision. Their keys refuse a cell that the facts give twice. */
export class Provision1763773200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE education_provision (
        local_authority_code text NOT NULL, kind text NOT NULL, count integer NOT NULL CHECK (count >= 0),
        as_stated text NOT NULL, as_of text NOT NULL, sources text[] NOT NULL, position integer NOT NULL UNIQUE,
        PRIMARY KEY (local_authority_code, kind));
      CREATE TABLE residential_homes (
        local_authority_code text PRIMARY KEY, count integer NOT NULL CHECK (count >= 0),
        as_of text NOT NULL, sources text[] NOT NULL, position integer NOT NULL UNIQUE);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE residential_homes, education_provision;');
  }
}
