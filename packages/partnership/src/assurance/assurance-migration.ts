import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of audits, challenges and scrutiny. */
export class Assurance1764900003100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE assurance_arrangement (
        id text PRIMARY KEY, escalation_route jsonb NOT NULL, scrutiny_duties jsonb NOT NULL);
      CREATE TABLE practice_audit (
        id text PRIMARY KEY, reference text NOT NULL, kind text NOT NULL, theme text NOT NULL,
        completed_on date NOT NULL, findings integer NOT NULL CHECK (findings >= 0), learning_shared_on date,
        is_synthetic boolean NOT NULL);
      CREATE INDEX practice_audit_latest_first ON practice_audit (completed_on DESC, id DESC);
      CREATE TABLE professional_challenge (
        id text PRIMARY KEY, reference text NOT NULL, subject text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED, raised_on date NOT NULL,
        resolved_on date, resolution text, is_synthetic boolean NOT NULL);
      CREATE INDEX professional_challenge_latest_first ON professional_challenge (raised_on DESC, id DESC);
      CREATE TABLE challenge_escalation (
        id text PRIMARY KEY, challenge_reference text NOT NULL, step text NOT NULL, escalated_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE TABLE scrutiny_activity (
        id text PRIMARY KEY, reference text NOT NULL, duty text NOT NULL, by_role text NOT NULL, done_on date NOT NULL,
        summary text NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX scrutiny_activity_latest_first ON scrutiny_activity (done_on DESC, id DESC);
      CREATE INDEX challenge_escalation_by_challenge ON challenge_escalation (challenge_reference);
    `);
    for (const table of ['practice_audit', 'professional_challenge', 'scrutiny_activity']) {
      await queryRunner.query(uniqueReferences(table, 'reference'));
    }
    await queryRunner.query(uniqueReferences('challenge_escalation', 'challenge_reference', 'step'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE scrutiny_activity, challenge_escalation, professional_challenge, practice_audit, assurance_arrangement',
    );
  }
}
