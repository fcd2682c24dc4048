import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributions to the London SCP, in the books of London Councils. */
export class PooledBudget1763769600004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pooled_contribution (
        id text PRIMARY KEY, financial_year text NOT NULL,
        partnership_id text NOT NULL REFERENCES partnership DEFERRABLE INITIALLY DEFERRED,
        reference text NOT NULL UNIQUE, agency_id text NOT NULL, sector text NOT NULL,
        target text NOT NULL, project text, invited_on date NOT NULL,
        pledged_pence bigint CHECK (pledged_pence >= 0), received_pence bigint CHECK (received_pence >= 0),
        received_on date, is_synthetic boolean NOT NULL);
      CREATE INDEX pooled_contribution_by_year ON pooled_contribution (financial_year, reference);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pooled_contribution');
  }
}
