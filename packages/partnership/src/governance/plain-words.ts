import { namesSomebodyIn } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';

/**
 * Words that a person wrote, where they are given: not empty (`TEXT_BLANK`), not too many (`TOO_LONG`), and without what
 * somebody can be recognised by (`NAMES_SOMEBODY`). Unlike a reason, one word is enough: a role or a name of a group is no prose.
 *
 * @param longest - how many characters they may have.
 */
export const plainWords = (field: string, longest: number): Check<object> => ({
  codes: ['TEXT_BLANK', 'TOO_LONG', 'NAMES_SOMEBODY'],
  problems(input) {
    const text = (input as Record<string, unknown>)[field];
    if (typeof text !== 'string') return [];
    const names = namesSomebodyIn(text);
    return [
      text.trim() === '' && problem(field, 'TEXT_BLANK', `${field} is empty. Give at least one character.`),
      text.length > longest && problem(field, 'TOO_LONG', `${field} may have ${longest} characters. Say it in fewer.`),
      names !== null && problem(field, 'NAMES_SOMEBODY', names),
    ];
  },
});
