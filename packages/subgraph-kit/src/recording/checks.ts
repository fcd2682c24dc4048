import { DateScalar, todayInLondon, type UserError } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { publishedFields } from './published-fields';
import { problem } from './refuse-for';

type Problem = UserError | false | null;

/** A rule that an input must keep. */
export interface Check<Input> {
  /** Every code that it refuses with. */
  codes: readonly string[];
  problems(input: Input, manager: EntityManager): readonly Problem[] | Promise<readonly Problem[]>;
}

/**
 * A rule of one field.
 *
 * @param message - what is wrong, and what to do about it; null or false where nothing is.
 */
export function check<Input>(
  code: string,
  field: keyof Input & string,
  message: (input: Input, manager: EntityManager) => string | null | false | Promise<string | null | false>,
): Check<Input> {
  return {
    codes: [code],
    async problems(input, manager) {
      const text = await message(input, manager);
      return typeof text === 'string' ? [problem(field, code, text)] : [];
    },
  };
}

/** Texts that must say something. */
export const notBlank = (...fields: string[]): Check<object> => ({
  codes: ['TEXT_BLANK'],
  problems: (input) =>
    fields.map((field) => {
      const isBlank = textOf(input, field).trim() === '';
      return isBlank && problem(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`);
    }),
});

/** Amounts of 0 pence or more, where they are given. */
export const notNegative = (...fields: string[]): Check<object> => ({
  codes: ['NEGATIVE_AMOUNT'],
  problems: (input) =>
    fields.map((field) => {
      const isNegative = (amountOf(input, field) ?? 0) < 0;
      return isNegative && problem(field, 'NEGATIVE_AMOUNT', `${field} must be 0 or more.`);
    }),
});

/** An amount of more than 0 pence, where it is given. */
export const positive = (field: string): Check<object> =>
  check<Record<string, unknown>>('AMOUNT_NOT_POSITIVE', field, (input) => {
    return (amountOf(input, field) ?? 1) <= 0 && `${field} must be more than 0.`;
  });

/** A reference that becomes part of an id. */
export const fitsIntoId = (field: string): Check<object> =>
  check<Record<string, unknown>>('REFERENCE_INVALID', field, (input) => {
    const reference = textOf(input, field);
    const isFitting = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(reference);
    return isFitting
      ? null
      : `"${reference}" is not a reference. Use 1 to 100 letters, digits, full stops, hyphens, underscores and ` +
          'slashes, beginning with a letter or a digit.';
  });

const textOf = (input: object, field: string) => String((input as Record<string, unknown>)[field]);
const amountOf = (input: object, field: string) => (input as Record<string, number | null | undefined>)[field];

/** A day that has not come, of what has been done. Null where there is no day, or it has come. */
export function futureDay(field: string, day: string | null | undefined): UserError | null {
  const today = todayInLondon();
  if (typeof day !== 'string' || day <= today) return null;
  const remedy = 'Record it once it is done, or correct the day.';
  return problem(field, 'DATE_IN_FUTURE', `${field} ${day} lies after today, ${today}. ${remedy}`);
}

/**
 * Every day of an input has come, but those that may lie ahead.
 *
 * @param ahead - fields of days that may.
 */
export function notAhead<Input extends object>(input: new () => Input, ahead: readonly string[] = []): Check<Input> {
  const days = publishedFields(input).filter(({ name, getType }) => getType() === DateScalar && !ahead.includes(name));
  return {
    codes: days.length > 0 ? ['DATE_IN_FUTURE'] : [],
    problems: (given) => days.map(({ name }) => futureDay(name, given[name as keyof Input] as string | null)),
  };
}
