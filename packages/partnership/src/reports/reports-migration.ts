import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of reports, the reports, and the copies that went. */
export class Reports1764900004000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE report_requirement (
        kind text PRIMARY KEY, covers_financial_year boolean NOT NULL, sections jsonb NOT NULL,
        recipients jsonb NOT NULL, sources text[] NOT NULL, position integer NOT NULL UNIQUE);
      CREATE TABLE report (
        id text PRIMARY KEY, reference text NOT NULL, kind text NOT NULL, title text NOT NULL,
        period_from date NOT NULL, period_to date NOT NULL CHECK (period_to >= period_from),
        published_on date NOT NULL, published_at text, sections text[] NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX report_by_kind ON report (kind, published_on DESC, id DESC);
      CREATE TABLE report_dispatch (
        id text PRIMARY KEY, report_id text NOT NULL REFERENCES report ON DELETE CASCADE, recipient text NOT NULL,
        sent_on date NOT NULL, is_synthetic boolean NOT NULL, UNIQUE (report_id, recipient));
      ${uniqueReferences('report', 'reference')}
      ${uniqueReferences('report_dispatch', 'id')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE report_dispatch, report, report_requirement');
  }
}
