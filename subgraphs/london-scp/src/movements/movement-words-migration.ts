import { renamedWords } from '@hub/partnership';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const JSON_COLUMNS = [
  ['movement_event', 'body'],
  ['movement_message', 'body'],
  ['movement_message', 'refusal'],
  ['movement_delivery', 'body'],
  ['movement_publication', 'numbers'],
] as const;

/** Movements in the words of the procedures: unplanned moves, return home interviews, transfer packs. */
export class MovementWords1764371200101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of JSON_COLUMNS) await queryRunner.query(renamedWords(table, column));
    await queryRunner.query(`
      ALTER TABLE child_movement RENAME discovery TO planning;
      UPDATE child_movement SET planning = 'UNPLANNED' WHERE planning = 'FOUND_OUT';
      UPDATE movement_event SET move = 'RECORD_RETURN_HOME_INTERVIEW' WHERE move = 'RECORD_RETURN_INTERVIEW';
      UPDATE movement_clock SET code = 'RETURN_HOME_INTERVIEW' WHERE code = 'RETURN_INTERVIEW';
      UPDATE movement_escalation SET code = 'RETURN_HOME_INTERVIEW' WHERE code = 'RETURN_INTERVIEW';
      UPDATE procedure_rule SET code = 'RETURN_HOME_INTERVIEW' WHERE code = 'RETURN_INTERVIEW';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE procedure_rule SET code = 'RETURN_INTERVIEW' WHERE code = 'RETURN_HOME_INTERVIEW';
      UPDATE movement_escalation SET code = 'RETURN_INTERVIEW' WHERE code = 'RETURN_HOME_INTERVIEW';
      UPDATE movement_clock SET code = 'RETURN_INTERVIEW' WHERE code = 'RETURN_HOME_INTERVIEW';
      UPDATE movement_event SET move = 'RECORD_RETURN_INTERVIEW' WHERE move = 'RECORD_RETURN_HOME_INTERVIEW';
      UPDATE child_movement SET planning = 'FOUND_OUT' WHERE planning = 'UNPLANNED';
      ALTER TABLE child_movement RENAME planning TO discovery;
    `);
    for (const [table, column] of JSON_COLUMNS) await queryRunner.query(renamedWords(table, column, { back: true }));
  }
}
