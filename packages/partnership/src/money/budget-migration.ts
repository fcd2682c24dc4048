import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partnership's approved budgets, its reserves with what is charged to them, and published accounts. */
export class PartnershipBudgets1763769600201 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE local_budget (
        financial_year text PRIMARY KEY, approved_pence bigint NOT NULL CHECK (approved_pence >= 0),
        decision_reference text NOT NULL, approved_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE TABLE reserve (
        local_authority_code text PRIMARY KEY, opening_pence bigint NOT NULL CHECK (opening_pence >= 0),
        is_synthetic boolean NOT NULL);
      CREATE TABLE review_charge (
        reference text PRIMARY KEY, local_authority_code text NOT NULL REFERENCES reserve,
        review_reference text NOT NULL, amount_pence bigint NOT NULL CHECK (amount_pence > 0),
        charged_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX review_charge_by_reserve ON review_charge (local_authority_code, charged_on, reference);
      CREATE TABLE published_account (
        position integer PRIMARY KEY, title text NOT NULL, financial_year text NOT NULL, publisher text NOT NULL,
        source text NOT NULL, sides jsonb NOT NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE published_account, review_charge, reserve, local_budget');
  }
}
