import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of what is learned from incidents, reviews and recommendations. */
export class Learning1764900003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE learning_arrangement (
        id text PRIMARY KEY, incident_recipients text[] NOT NULL, incident_working_days integer,
        review_decided_by text, draft_within_months integer, final_within_months integer, copies_to text[] NOT NULL,
        copy_days_before integer, sources text[] NOT NULL);
      CREATE TABLE serious_incident (
        id text PRIMARY KEY, reference text NOT NULL, occurred_on date NOT NULL, local_authority_code text NOT NULL,
        category text NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX serious_incident_latest_first ON serious_incident (occurred_on DESC, id DESC);
      CREATE TABLE incident_notification (
        id text PRIMARY KEY, incident_reference text NOT NULL, recipient text NOT NULL, sent_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE TABLE rapid_review (
        id text PRIMARY KEY, reference text NOT NULL, incident_reference text NOT NULL, convened_on date NOT NULL,
        chair_determined_on date, summaries_asked_on date, reported_on date, recommends_practice_review boolean,
        approved_on date, sent_to_panel_on date CHECK (sent_to_panel_on IS NULL OR approved_on <= sent_to_panel_on),
        is_synthetic boolean NOT NULL);
      CREATE INDEX rapid_review_latest_first ON rapid_review (convened_on DESC, id DESC);
      CREATE INDEX rapid_review_by_incident ON rapid_review (incident_reference);
      CREATE TABLE practice_review (
        id text PRIMARY KEY, reference text NOT NULL, kind text NOT NULL, initiated_on date NOT NULL,
        criteria text[] NOT NULL, published_on date, is_synthetic boolean NOT NULL);
      CREATE INDEX practice_review_latest_first ON practice_review (initiated_on DESC, id DESC);
      CREATE TABLE review_step (
        id text PRIMARY KEY, reference text NOT NULL, review_reference text NOT NULL, kind text NOT NULL, party text,
        done_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX review_step_by_review ON review_step (review_reference);
      CREATE TABLE learning_dissemination (
        id text PRIMARY KEY, reference text NOT NULL, review_reference text NOT NULL, channel text NOT NULL, "to" text,
        disseminated_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX learning_dissemination_by_review ON learning_dissemination (review_reference);
      CREATE TABLE recommendation (
        id text PRIMARY KEY, reference text NOT NULL, source text NOT NULL, source_reference text, theme text NOT NULL,
        agency_id text NOT NULL REFERENCES agency DEFERRABLE INITIALLY DEFERRED, recommendation text NOT NULL,
        made_on date NOT NULL, response text, because text, responded_on date, is_synthetic boolean NOT NULL);
      CREATE INDEX recommendation_latest_first ON recommendation (made_on DESC, id DESC);
      CREATE TABLE recommendation_action (
        id text PRIMARY KEY, reference text NOT NULL, recommendation_reference text NOT NULL, action text NOT NULL,
        due_on date NOT NULL, done_on date, is_synthetic boolean NOT NULL);
      CREATE INDEX recommendation_action_by_recommendation ON recommendation_action (recommendation_reference);
    `);
    for (const table of ['serious_incident', 'rapid_review', 'practice_review', 'review_step', 'recommendation']) {
      await queryRunner.query(uniqueReferences(table, 'reference'));
    }
    await queryRunner.query(uniqueReferences('recommendation_action', 'reference'));
    await queryRunner.query(uniqueReferences('learning_dissemination', 'reference'));
    await queryRunner.query(uniqueReferences('incident_notification', 'incident_reference', 'recipient'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE recommendation_action, recommendation, learning_dissemination, review_step, practice_review,
        rapid_review, incident_notification, serious_incident, learning_arrangement`);
  }
}
