import { todayInLondon, type UserError } from '@hub/contract';
import { problem } from './refuse-for';

/** A day that has not come yet, for something that has been done. Null where there is no day, or it has come. */
export function futureDay(field: string, day: string | null | undefined, what: string): UserError | null {
  const today = todayInLondon();
  if (typeof day !== 'string' || day <= today) return null;
  return problem(
    field,
    'DATE_IN_FUTURE',
    `${what} on ${day} lies after today, ${today}. Record it once it is done, or correct the day.`,
  );
}

/** A text of spaces alone, or of nothing. */
export function blankText(field: string, text: string): UserError | null {
  return text.trim() === '' ? problem(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`) : null;
}

/** A reference that does not fit into an id. */
export function badReference(reference: string): UserError | null {
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(reference)) return null;
  return problem(
    'reference',
    'REFERENCE_INVALID',
    `"${reference}" is not a reference. Use 1 to 100 letters, digits, full stops, hyphens, underscores and slashes, ` +
      'beginning with a letter or a digit.',
  );
}

/** Other content under a reference, or another natural key, that was recorded before. */
export function takenReference(field: string, what: string): UserError {
  return problem(
    field,
    'REFERENCE_TAKEN',
    `${what} was recorded before, with other content. Send the same content, or use another ${field}.`,
  );
}
