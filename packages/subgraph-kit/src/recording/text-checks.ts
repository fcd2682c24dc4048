import type { Check } from './checks';
import { proseProblems } from './prose-problems';
import { problem } from './refuse-for';

/**
 * A text for others to read, where it is given: it says something, and nobody is recognised by it.
 *
 * @param longest - how many characters it may have.
 */
export const prose = (field: string, longest: number): Check<object> => ({
  codes: ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY'],
  problems: (input) => textsOf(input, [field]).flatMap(([, text]) => proseProblems(field, text, longest)),
});

/**
 * Names of roles, groups and services, where they are given: they have text, and not too much.
 *
 * @param longest - how many characters it may have.
 */
export const plainWords = (field: string, longest: number): Check<object> => ({
  codes: ['TEXT_BLANK', 'TOO_LONG'],
  problems: (input) =>
    textsOf(input, [field]).flatMap(([, text]) => [
      isBlank(field, text),
      text.length > longest && problem(field, 'TOO_LONG', `${field} may have ${longest} characters. Say it in fewer.`),
    ]),
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

const isBlank = (field: string, text: string) =>
  text.trim() === '' && problem(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`);

const textsOf = (input: object, fields: readonly string[]) =>
  fields.flatMap((field): [string, string][] => {
    const text = (input as Record<string, unknown>)[field];
    return typeof text === 'string' ? [[field, text]] : [];
  });
