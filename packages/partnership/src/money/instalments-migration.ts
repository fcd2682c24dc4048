import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributions that are paid in instalments. */
export class Instalments1764900007300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE contribution ADD agreed_instalments jsonb;
      CREATE TABLE instalment_payment (
        reference text PRIMARY KEY, contribution_reference text NOT NULL,
        amount_pence bigint NOT NULL CHECK (amount_pence > 0), paid_on date NOT NULL, is_synthetic boolean NOT NULL);
      CREATE INDEX instalment_payment_by_contribution ON instalment_payment (contribution_reference, paid_on, reference);
    `);
    await queryRunner.query(uniqueReferences('instalment_payment', 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE instalment_payment; ALTER TABLE contribution DROP agreed_instalments');
  }
}
