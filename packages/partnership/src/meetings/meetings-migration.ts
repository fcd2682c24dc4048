import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meetings as they are held: who came, agendas, minutes, what is planned, decided and signed off. A meeting that came by SQL
 * before keeps its sectors, and has no reference.
 */
export class MeetingsAsHeld1764900001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terms_of_reference
        ADD authority_tests jsonb NOT NULL DEFAULT '[]',
        ADD decision_sign_off text NOT NULL DEFAULT 'NOT_SPECIFIED',
        ADD minutes_sign_off text NOT NULL DEFAULT 'NOT_SPECIFIED';
      ALTER TABLE meeting
        ADD reference text, ADD attendees jsonb, ADD agenda jsonb NOT NULL DEFAULT '[]',
        ADD papers_sent_to text[] NOT NULL DEFAULT '{}',
        ADD minutes_url text, ADD minutes_published_on date, ADD minutes_approved_on date,
        ALTER sectors_represented DROP NOT NULL,
        ADD CHECK (minutes_url IS NULL = (minutes_published_on IS NULL));
      CREATE INDEX meeting_by_body ON meeting (body_id, held_on);
      CREATE TABLE scheduled_meeting (
        id text PRIMARY KEY, reference text NOT NULL,
        body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        scheduled_for date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX scheduled_meeting_latest_first ON scheduled_meeting (scheduled_for DESC, id DESC);
      CREATE TABLE agenda_request (
        id text PRIMARY KEY, meeting_reference text NOT NULL, kind text NOT NULL, title text NOT NULL,
        requested_by text NOT NULL, requested_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX agenda_request_by_meeting ON agenda_request (meeting_reference);
      CREATE TABLE body_decision (
        id text PRIMARY KEY, reference text NOT NULL,
        body_id text NOT NULL REFERENCES body DEFERRABLE INITIALLY DEFERRED,
        kind text NOT NULL, title text NOT NULL, decided_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX body_decision_latest_first ON body_decision (decided_on DESC, id DESC);
      CREATE TABLE partner_sign_off (
        id text PRIMARY KEY, subject text NOT NULL CHECK (subject IN ('DECISION', 'MINUTES')), reference text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED,
        signed_on date NOT NULL, by_role text NOT NULL, is_synthetic boolean NOT NULL);
      ${uniqueReferences('meeting', 'reference')}
      ${uniqueReferences('scheduled_meeting', 'reference')}
      ${uniqueReferences('agenda_request', 'id')}
      ${uniqueReferences('body_decision', 'reference')}
      ${uniqueReferences('partner_sign_off', 'reference', 'subject', 'agency_id')}
      CREATE INDEX partner_sign_off_by_subject ON partner_sign_off (reference);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE partner_sign_off, body_decision, agenda_request, scheduled_meeting;
      DROP INDEX meeting_by_reference, meeting_by_body;
      DELETE FROM meeting WHERE sectors_represented IS NULL;
      ALTER TABLE meeting
        DROP reference, DROP attendees, DROP agenda, DROP papers_sent_to, DROP minutes_url,
        DROP minutes_published_on, DROP minutes_approved_on, ALTER sectors_represented SET NOT NULL;
      ALTER TABLE terms_of_reference DROP authority_tests, DROP decision_sign_off, DROP minutes_sign_off;
    `);
  }
}
