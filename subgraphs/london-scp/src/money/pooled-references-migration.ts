import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['pooled_contribution', 'expenditure', 'allocation', 'executive_decision'];

/** References of the pooled budget, and of the decisions it rests on, are kept apart by the rule by which they are compared. */
export class PooledReferences1764400000102 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.query(uniqueReferences(table, 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX ${TABLES.map((table) => `${table}_by_reference`).join(', ')}`);
  }
}
