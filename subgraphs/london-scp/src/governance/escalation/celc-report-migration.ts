import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the Chair reported to CELC. */
export class CelcReports1764900003300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE celc_report (
        id text PRIMARY KEY, reference text NOT NULL, subject text NOT NULL, reported_on date NOT NULL,
        is_synthetic boolean NOT NULL);
      CREATE INDEX celc_report_latest_first ON celc_report (reported_on DESC, id DESC);
    `);
    await queryRunner.query(uniqueReferences('celc_report', 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE celc_report');
  }
}
