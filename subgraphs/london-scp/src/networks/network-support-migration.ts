import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Networks rest on decisions, have agencies as members, meet and report. Until now every network was of the
 * demonstration, which the next start loads again in its new form.
 */
export class NetworkSupport1763769600101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM network WHERE is_synthetic;
      DELETE FROM loaded_source WHERE name = 'demonstration networks';
      ALTER TABLE network
        DROP COLUMN decision_reference,
        ADD COLUMN decision_id text REFERENCES executive_decision DEFERRABLE INITIALLY DEFERRED,
        ADD COLUMN supported_from date,
        ADD COLUMN ended_on date,
        ADD COLUMN support_given text[] NOT NULL DEFAULT '{}',
        ADD CHECK (supported_from IS NULL OR decision_id IS NOT NULL),
        ADD CHECK (ended_on >= supported_from);
      CREATE INDEX network_by_decision ON network (decision_id);
      ALTER TABLE network_member
        ADD COLUMN agency_id text NOT NULL,
        DROP CONSTRAINT network_member_pkey,
        ADD PRIMARY KEY (network_id, partnership_id, agency_id);
      CREATE TABLE network_meeting (
        network_id text NOT NULL REFERENCES network ON DELETE CASCADE,
        held_on date NOT NULL, is_synthetic boolean NOT NULL,
        PRIMARY KEY (network_id, held_on));
      CREATE TABLE network_report (
        network_id text NOT NULL REFERENCES network ON DELETE CASCADE,
        invited_on date NOT NULL, executive_meeting_on date CHECK (executive_meeting_on >= invited_on),
        attended boolean, reported_on date CHECK (reported_on >= invited_on), summary text,
        is_synthetic boolean NOT NULL,
        PRIMARY KEY (network_id, invited_on));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE network_report, network_meeting;
      DELETE FROM network WHERE is_synthetic;
      DELETE FROM loaded_source WHERE name = 'demonstration networks';
      ALTER TABLE network_member
        DROP CONSTRAINT network_member_pkey,
        DROP COLUMN agency_id,
        ADD PRIMARY KEY (network_id, partnership_id, sector);
      ALTER TABLE network
        DROP COLUMN decision_id, DROP COLUMN supported_from, DROP COLUMN ended_on, DROP COLUMN support_given,
        ADD COLUMN decision_reference text;
    `);
  }
}
