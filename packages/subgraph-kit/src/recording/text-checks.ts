import type { Check } from './checks';
import { problem } from './refuse-for';
import { namesSomebodyIn } from '@hub/contract';
import { proseProblems } from './prose-problems';

/** The longest text of a record, in characters. */
const LONGEST = 500;

/** Texts for others to read, where they are given: they say something, are not too long, and nobody is recognised by them. */
export const prose = (...fields: string[]): Check<object> => ({
  codes: ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY'],
  problems: (input) => textsOf(input, fields).flatMap(([field, text]) => proseProblems(field, text, LONGEST)),
});

/** Titles and the names of roles, where they are given: they have text, and nobody is recognised by them. */
export const nameless = (...fields: string[]): Check<object> => ({
  codes: ['TEXT_BLANK', 'NAMES_SOMEBODY'],
  problems: (input) =>
    textsOf(input, fields).map(([field, text]) => {
      if (text.trim() === '') return problem(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`);
      const names = namesSomebodyIn(text);
      return names !== null && problem(field, 'NAMES_SOMEBODY', names);
    }),
});

/** Where something is published, where that is given. */
export const webAddress = (field: string): Check<object> => ({
  codes: ['ADDRESS_INVALID'],
  problems: (input) =>
    textsOf(input, [field]).map(([, text]) => {
      const isAddress = /^https?:\/\/\S+$/.test(text);
      return !isAddress && problem(field, 'ADDRESS_INVALID', `"${text}" is not a web address. Begin with https://.`);
    }),
});

const textsOf = (input: object, fields: readonly string[]) =>
  fields.flatMap((field): [string, string][] => {
    const text = (input as Record<string, unknown>)[field];
    return typeof text === 'string' ? [[field, text]] : [];
  });
