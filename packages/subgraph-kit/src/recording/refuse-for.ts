import type { UserError } from '@hub/contract';
import { Refusal } from './mutate';

/**
 * A problem with one field of a mutation's input.
 *
 * @param field - name of the input field.
 * @param code - stable code, as `REFERENCE_TAKEN`.
 * @param message - what is wrong, and what to do about it.
 */
export function problem(field: string, code: string, message: string): UserError {
  return { field: ['input', field], code, message };
}

/**
 * Refuses with every problem there is, at once.
 *
 * @throws {@link Refusal} unless all are absent.
 */
export function refuseFor(...problems: readonly (UserError | false | null)[]): void {
  const found = problems.filter((candidate) => candidate !== false && candidate !== null);
  if (found.length > 0) throw new Refusal(...found);
}
