import { uniqueReferences } from '@hub/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References of training, threshold documents and agreements are kept apart by the rule by which they are compared. */
export class ProcedureReferences1764400000101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(uniqueReferences('procedure_training', 'id'));
    await queryRunner.query(uniqueReferences('threshold_document', 'id'));
    await queryRunner.query(uniqueReferences('agreement_signature', 'procedure_id', 'agency_id'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP INDEX procedure_training_by_reference, threshold_document_by_reference, agreement_signature_by_reference',
    );
  }
}
