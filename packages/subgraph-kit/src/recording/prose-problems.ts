import { SAYS_SOMETHING, saysSomething } from '@hub/access';
import { namesSomebodyIn, type UserError } from '@hub/contract';
import { problem } from './refuse-for';

/**
 * Why words that a person wrote for others to read later cannot be kept: they are too many (`TOO_LONG`), say nothing
 * (`SAYS_NOTHING`), or have what somebody can be recognised by (`NAMES_SOMEBODY`).
 *
 * @param field - name of the input field.
 * @param longest - how many characters it may have.
 */
export function proseProblems(field: string, text: string, longest: number): UserError[] {
  const isTooLong = text.length > longest;
  const names = namesSomebodyIn(text);
  return [
    ...(isTooLong ? [problem(field, 'TOO_LONG', `${field} may have ${longest} characters. Say it in fewer.`)] : []),
    ...(!isTooLong && !saysSomething(text)
      ? [problem(field, 'SAYS_NOTHING', `${field} must say something: ${SAYS_SOMETHING}.`)]
      : []),
    ...(names === null ? [] : [problem(field, 'NAMES_SOMEBODY', names)]),
  ];
}
