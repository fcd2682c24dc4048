import { namesSomebodyIn } from '@hub/contract';
import type { Check } from './checks';
import { problem } from './refuse-for';
import { proseProblems } from './prose-problems';

const textIn = (input: object, field: string) => (input as Record<string, unknown>)[field];

/** A text that says something, in words by which nobody can be recognised, where it is given. */
export const prose = (field: string, longest: number): Check<object> => ({
  codes: ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY'],
  problems(input) {
    const text = textIn(input, field);
    return typeof text === 'string' ? proseProblems(field, text, longest) : [];
  },
});

/** Short texts, such as references and offices, in which nobody can be recognised, where they are given. */
export const namesNobody = (...fields: string[]): Check<object> => ({
  codes: ['NAMES_SOMEBODY'],
  problems: (input) =>
    fields.map((field) => {
      const text = textIn(input, field);
      const names = typeof text === 'string' ? namesSomebodyIn(text) : null;
      return names !== null && problem(field, 'NAMES_SOMEBODY', names);
    }),
});
