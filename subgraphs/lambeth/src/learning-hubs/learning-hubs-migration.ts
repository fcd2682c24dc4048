import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the learning hubs. */
export class LearningHubs1763773200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE learning_hub_arrangement (
        id text PRIMARY KEY, hubs_per_year integer NOT NULL, change_makers_per_hub integer NOT NULL,
        is_auditor_independent boolean NOT NULL, auditor_cost_met_by text NOT NULL, evaluated_by text NOT NULL,
        purposes jsonb NOT NULL, sources text[] NOT NULL);
      CREATE TABLE learning_hub (
        id text PRIMARY KEY, financial_year text NOT NULL, topic text NOT NULL, started_on date NOT NULL,
        change_makers text[] NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX learning_hub_by_year ON learning_hub (financial_year);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE learning_hub, learning_hub_arrangement;');
  }
}
