import { todayInLondon } from '@hub/contract';
import { Refusal } from '@hub/subgraph-kit';

/** Refuses an edition id of another shape than London's, `london-procedures:2026-03`, or of another procedure. */
export function requireEdition(field: string, editionId: string, procedureId?: string): void {
  const isShaped = /^[a-z0-9-]+:[a-z0-9-]+$/.test(editionId);
  if (isShaped && (procedureId === undefined || editionId.startsWith(`${procedureId}:`))) return;
  throw new Refusal({
    field: ['input', field],
    message:
      `"${editionId}" is not an edition of ${procedureId === undefined ? 'a procedure' : `"${procedureId}"`}. ` +
      'Give an id of `procedures { editions { id } }`, such as london-procedures:2026-03.',
    code: 'EDITION_UNKNOWN',
  });
}

/** Refuses a day that has not come yet for something that has been done. */
export function requireNotFuture(field: string, day: string | null, what: string): void {
  const today = todayInLondon();
  if (day === null || day <= today) return;
  throw new Refusal({
    field: ['input', field],
    message: `${what} on ${day} lies after today, ${today}. Record it once it is done, or correct the day.`,
    code: 'DATE_IN_FUTURE',
  });
}

/** Refuses an empty text. */
export function requireText(field: string, text: string): void {
  if (text.trim() !== '') return;
  throw new Refusal({
    field: ['input', field],
    message: `${field} is empty. Give at least one character.`,
    code: 'TEXT_BLANK',
  });
}

/** Refuses a reference that does not fit into an id. */
export function requireReference(reference: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(reference)) return;
  throw new Refusal({
    field: ['input', 'reference'],
    message:
      `"${reference}" is not a reference. Use 1 to 100 letters, digits, full stops, hyphens, underscores and slashes, ` +
      'beginning with a letter or a digit.',
    code: 'REFERENCE_INVALID',
  });
}

/** Refuses other content under a reference that was recorded before. The same content is not a mistake. */
export function requireSame(field: string, what: string, stored: unknown, given: unknown): void {
  if (JSON.stringify(stored) === JSON.stringify(given)) return;
  throw new Refusal({
    field: ['input', field],
    message: `${what} was recorded before, with other content. Send the same content, or use another ${field}.`,
    code: 'REFERENCE_TAKEN',
  });
}
