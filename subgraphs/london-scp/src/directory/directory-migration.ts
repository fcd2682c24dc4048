import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory: local authorities, partnerships, who covers whom and what is asserted of it. */
export class Directory1763769600001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE local_authority (
        gss_code text PRIMARY KEY, dfe_code text NOT NULL UNIQUE, liia_code text NOT NULL UNIQUE,
        name text NOT NULL UNIQUE, police_unit text NOT NULL, icb text NOT NULL, icb_successor text,
        icb_successor_from text, neighbour_codes text[] NOT NULL, neighbours_outside_london text[] NOT NULL);
      CREATE TABLE partnership (
        id text PRIMARY KEY, name text NOT NULL, type_name text NOT NULL UNIQUE, position integer NOT NULL UNIQUE);
      CREATE TABLE partnership_coverage (
        partnership_id text NOT NULL REFERENCES partnership DEFERRABLE INITIALLY DEFERRED,
        local_authority_code text NOT NULL REFERENCES local_authority DEFERRABLE INITIALLY DEFERRED,
        valid_from text, valid_to text, sources text[] NOT NULL,
        PRIMARY KEY (partnership_id, local_authority_code));
      CREATE TABLE partnership_assertion (
        partnership_id text NOT NULL REFERENCES partnership DEFERRABLE INITIALLY DEFERRED,
        position integer NOT NULL, statement text NOT NULL, valid_from text, valid_to text,
        source_kind text NOT NULL, source text NOT NULL, asserted_by text NOT NULL,
        PRIMARY KEY (partnership_id, position));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE partnership_assertion, partnership_coverage, partnership, local_authority');
  }
}
