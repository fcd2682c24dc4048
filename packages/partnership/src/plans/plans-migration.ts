import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  ...['set_priority', 'priority_review', 'success_measure', 'plan_document', 'quarterly_theme'],
  ...['safeguarding_issue', 'voice_of_children'],
];

/** Priorities and their reviews, measures, plans, themes, issues, and what children said. */
export class Plans1764900004100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE set_priority (
        id text PRIMARY KEY, title text NOT NULL, financial_year text, sources text[] NOT NULL,
        set_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE TABLE priority_review (
        id text PRIMARY KEY, priority_id text NOT NULL, reviewed_on date NOT NULL, progress text NOT NULL,
        evidence text NOT NULL, is_synthetic boolean NOT NULL, UNIQUE (priority_id, reviewed_on));
      CREATE TABLE success_measure (
        id text PRIMARY KEY, kind text NOT NULL, measure text NOT NULL, priority_id text, set_on date NOT NULL,
        ends_on date, is_synthetic boolean NOT NULL);
      CREATE TABLE plan_document (
        id text PRIMARY KEY, kind text NOT NULL, title text NOT NULL, owner text NOT NULL, agreed_on date NOT NULL,
        ends_on date, published_at text, is_synthetic boolean NOT NULL);
      CREATE TABLE quarterly_theme (
        id text PRIMARY KEY, quarter text NOT NULL UNIQUE, title text NOT NULL, priority_id text,
        agreed_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE TABLE safeguarding_issue (
        id text PRIMARY KEY, kind text NOT NULL, title text NOT NULL, value_case text,
        is_low_in_number_locally boolean NOT NULL, raised_on date NOT NULL, response text, closed_on date,
        is_synthetic boolean NOT NULL);
      CREATE INDEX safeguarding_issue_by_kind ON safeguarding_issue (kind, raised_on DESC, id DESC);
      CREATE TABLE voice_of_children (
        id text PRIMARY KEY, kind text NOT NULL, source text NOT NULL, subject text NOT NULL, heard_on date NOT NULL,
        said text NOT NULL, changed text, told_on date, is_synthetic boolean NOT NULL);
      CREATE INDEX voice_of_children_latest_first ON voice_of_children (heard_on DESC, id DESC);
      ${TABLES.map((table) => uniqueReferences(table, 'id')).join('')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}
