import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References of a partnership's own books are kept apart by the rule by which they are compared. */
export class LedgerReferences1764400000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(uniqueReferences('contribution', 'reference'));
    await queryRunner.query(uniqueReferences('review_charge', 'reference'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX contribution_by_reference, review_charge_by_reference');
  }
}
