import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of a partnership. One database holds one partnership, so no table carries its id.
 * Reference tables are rewritten whole when the facts change: their keys are deferred to the end of
 * the transaction, where every record that points to them must still find its target.
 */
export class PartnershipCore1763769600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE loaded_source (name text PRIMARY KEY, checksum text NOT NULL, loaded_at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE clause (
        id text PRIMARY KEY, section text NOT NULL, topic text NOT NULL, topics text[] NOT NULL,
        text text NOT NULL, differs_between_partnerships boolean NOT NULL, position integer NOT NULL UNIQUE);
      CREATE TABLE terms_of_reference (
        id text PRIMARY KEY, title text NOT NULL, version text, status text NOT NULL, author text,
        agreed_on text, agreed_by text, published_on text, implemented_on text, review_due text,
        signatories jsonb NOT NULL, sources text[] NOT NULL);
      CREATE TABLE agency (id text PRIMARY KEY, name text NOT NULL, sector text NOT NULL);
      CREATE TABLE statutory_partner (
        position integer PRIMARY KEY, sector text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        lead_representative text, sources text[] NOT NULL);
      CREATE TABLE body (
        id text PRIMARY KEY, name text NOT NULL, other_names text[] NOT NULL, kind text NOT NULL,
        parent_id text REFERENCES body DEFERRABLE INITIALLY DEFERRED, remit text,
        meets_times_per_year integer, meeting_frequency text, quorum text NOT NULL,
        local_authority_code text, chair_arrangement jsonb, sources text[] NOT NULL, position integer NOT NULL UNIQUE);
      CREATE TABLE seat (
        id text PRIMARY KEY, body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        title text NOT NULL, agency_id text REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        sector text NOT NULL, capacity text NOT NULL, places integer, places_rule text NOT NULL,
        term_years integer, is_statutory_partner boolean NOT NULL, sources text[] NOT NULL,
        position integer NOT NULL, UNIQUE (body_id, position));
      CREATE TABLE relation (
        id text PRIMARY KEY, subject text NOT NULL, statement text NOT NULL, valid_from text, valid_to text,
        sources text[] NOT NULL, position integer NOT NULL UNIQUE);
      CREATE TABLE priority (
        id text PRIMARY KEY, title text NOT NULL, financial_year text, sources text[] NOT NULL, is_synthetic boolean NOT NULL);
      CREATE TABLE meeting (
        id text PRIMARY KEY, body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        held_on date NOT NULL, sectors_represented text[] NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX meeting_latest_first ON meeting (held_on DESC, id DESC);
      CREATE TABLE contribution (
        id text PRIMARY KEY, financial_year text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        target text NOT NULL, project text, kind text NOT NULL,
        pledged_pence bigint CHECK (pledged_pence >= 0), paid_pence bigint CHECK (paid_pence >= 0),
        paid_on date, reference text NOT NULL UNIQUE, is_synthetic boolean NOT NULL);
      CREATE INDEX contribution_by_year ON contribution (financial_year);
      CREATE TABLE procedure_adoption (
        id text PRIMARY KEY, procedure_id text NOT NULL, edition_id text NOT NULL, adopted_on date NOT NULL,
        decision_reference text, local_variations text[] NOT NULL, is_synthetic boolean NOT NULL,
        UNIQUE (procedure_id, edition_id));
      CREATE INDEX procedure_adoption_latest_first ON procedure_adoption (adopted_on DESC);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE procedure_adoption, contribution, meeting, priority, relation, seat, body,
        statutory_partner, agency, terms_of_reference, clause, loaded_source;
    `);
  }
}
