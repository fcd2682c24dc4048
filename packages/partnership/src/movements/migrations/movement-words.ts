import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renamedWords } from './renamed-words';

const COLUMNS = [
  ['movement_event', 'body'],
  ['movement_waiting', 'body'],
  ['movement_outbox', 'body'],
  ['movement_outbox', 'refusal'],
] as const;

/** Movements in the words of the procedures: unplanned moves, return home interviews, transfer packs. */
export class PartnershipMovementWords1764371200100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) await queryRunner.query(renamedWords(table, column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) await queryRunner.query(renamedWords(table, column, { back: true }));
  }
}
