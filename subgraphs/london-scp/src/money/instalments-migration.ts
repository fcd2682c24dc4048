import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributions to the London SCP that are paid in instalments, and what is carried forward from year to year. */
export class PooledInstalments1764900007310 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE pooled_contribution ADD agreed_instalments jsonb;
      CREATE TABLE instalment_payment (
        reference text PRIMARY KEY, contribution_reference text NOT NULL,
        amount_pence bigint NOT NULL CHECK (amount_pence > 0), paid_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX instalment_payment_by_contribution ON instalment_payment (contribution_reference, paid_on, reference);
      CREATE TABLE carry_forward (
        from_year text PRIMARY KEY, to_year text NOT NULL UNIQUE, amount_pence bigint NOT NULL CHECK (amount_pence > 0),
        carried_on date NOT NULL, decision_reference text, is_synthetic boolean NOT NULL);
      CREATE INDEX carry_forward_by_decision ON carry_forward (decision_reference);
    `);
    await queryRunner.query(uniqueReferences('instalment_payment', 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE carry_forward, instalment_payment;
      ALTER TABLE pooled_contribution DROP agreed_instalments`);
  }
}
