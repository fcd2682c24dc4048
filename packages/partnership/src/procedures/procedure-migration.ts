import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a partnership does with shared procedures beyond adopting them: signatures, thresholds, training. */
export class PartnershipProcedures1763769600310 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agreement_signature (
        id text PRIMARY KEY, procedure_id text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        signed_on date NOT NULL, is_synthetic boolean NOT NULL, UNIQUE (procedure_id, agency_id));
      CREATE TABLE threshold_requirement (
        id text PRIMARY KEY, title text NOT NULL, review_every_months integer CHECK (review_every_months > 0),
        sources text[] NOT NULL);
      CREATE TABLE threshold_document (
        id text PRIMARY KEY, title text NOT NULL, edition_id text, published_on text, reviewed_on text,
        is_synthetic boolean NOT NULL);
      CREATE TABLE procedure_training (
        id text PRIMARY KEY, title text NOT NULL, edition_id text NOT NULL, held_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE INDEX procedure_training_by_day ON procedure_training (held_on);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE procedure_training, threshold_document, threshold_requirement, agreement_signature',
    );
  }
}
