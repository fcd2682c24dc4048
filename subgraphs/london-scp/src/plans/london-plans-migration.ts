import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the London SCP did where a pan-London response can add value. */
export class LondonPlans1764900004300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE london_response (
        id text PRIMARY KEY, kind text NOT NULL, title text NOT NULL, issue_ids text[] NOT NULL, voices text[] NOT NULL,
        submitted_to text, done_on date NOT NULL, published_at text, is_synthetic boolean NOT NULL);
      CREATE INDEX london_response_latest_first ON london_response (done_on DESC, id DESC);
      ${uniqueReferences('london_response', 'id')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE london_response');
  }
}
