import { Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ProcedureRecord } from '../procedure-records';

/** A refusal for one field of the input. */
export function refused(field: string, code: string, message: string): Refusal {
  return new Refusal({ field: ['input', ...field.split('.')], message, code });
}

/**
 * Locks a procedure for the rest of the transaction, so that of two editions or rules published at once the second
 * sees the first.
 */
export async function lockProcedure(manager: EntityManager, procedureId: string): Promise<ProcedureRecord> {
  const procedure = await manager.findOne(ProcedureRecord, {
    where: { id: procedureId },
    lock: { mode: 'pessimistic_write' },
  });
  if (procedure) return procedure;
  throw refused(
    'procedureId',
    'PROCEDURE_UNKNOWN',
    `There is no procedure "${procedureId}". Give an id of \`procedures { id }\`, or add it by addProcedure.`,
  );
}

/** Refuses empty texts. */
export function requireTexts(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text.trim() === '') throw refused(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`);
  }
}

/** Refuses other content under an id that was recorded before. The same content is not a mistake. */
export function requireSame<Row extends object>(field: string, id: string, stored: Row, given: Partial<Row>): void {
  const content = (row: Partial<Row>) => canonical(Object.keys(given).map((key) => row[key as keyof Row] ?? null));
  if (content(stored) === content(given)) return;
  throw refused(
    field,
    'REFERENCE_TAKEN',
    `"${id}" was recorded before, with other content. Send the same content, or use another ${field}.`,
  );
}

/** JSON with the keys of every object in one order: `jsonb` keeps none. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
