import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Financial years that open and close, what is spent in them, and contributions in kind. */
export class PooledBudgetYears1763769600200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pooled_budget (
        financial_year text PRIMARY KEY, status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')), closed_on date,
        is_synthetic boolean NOT NULL, CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL)));
      INSERT INTO pooled_budget (financial_year, status, is_synthetic)
        SELECT financial_year, 'OPEN', bool_and(is_synthetic) FROM pooled_contribution GROUP BY financial_year;
      ALTER TABLE pooled_contribution
        ADD kind text NOT NULL DEFAULT 'CASH',
        ADD FOREIGN KEY (financial_year) REFERENCES pooled_budget;
      ALTER TABLE pooled_contribution ALTER kind DROP DEFAULT;
      CREATE TABLE expenditure (
        reference text PRIMARY KEY, financial_year text NOT NULL REFERENCES pooled_budget, description text NOT NULL,
        amount_pence bigint NOT NULL CHECK (amount_pence > 0), spent_on date NOT NULL,
        decision_reference text NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX expenditure_by_year ON expenditure (financial_year, spent_on, reference);
      CREATE INDEX expenditure_by_decision ON expenditure (decision_reference);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE expenditure;
      ALTER TABLE pooled_contribution DROP CONSTRAINT pooled_contribution_financial_year_fkey, DROP kind;
      DROP TABLE pooled_budget;
    `);
  }
}
