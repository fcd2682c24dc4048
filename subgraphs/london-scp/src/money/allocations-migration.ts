import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of the pooled budget is set aside for projects. */
export class Allocations1763769600220 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE allocation (
        reference text PRIMARY KEY, financial_year text NOT NULL REFERENCES pooled_budget, project text NOT NULL,
        amount_pence bigint NOT NULL CHECK (amount_pence > 0), allocated_on date NOT NULL,
        decision_reference text NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX allocation_by_year ON allocation (financial_year, allocated_on, reference);
      CREATE INDEX allocation_by_decision ON allocation (decision_reference);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE allocation');
  }
}
