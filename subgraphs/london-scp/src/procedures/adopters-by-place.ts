import type { LocalPartnership } from '../directory/local-partnership';
import type { ProcedureAdopter } from './procedure-adopter';

/** What the gateway brings of one partnership: the lists that a reduction requires, and no more. */
export type RequiredLists = Partial<Omit<ProcedureAdopter, 'id'>>;

/** A partnership that answered, with what it answered. */
export type AnsweringAdopter = RequiredLists & { partnership: LocalPartnership };

/**
 * Says whose answer is whose. `@requires` may name no field that this subgraph has itself, so no id comes with an
 * answer: answers are told apart by their places, which are those of `Procedure.adopters`, the directory in its order.
 *
 * @param directory - every partnership, in the order of the directory.
 * @param answers - what each answered; null for one that did not.
 * @throws Error where a place is missing, since no answer could be told from another then.
 */
export function adoptersByPlace(
  directory: readonly LocalPartnership[],
  answers: readonly (RequiredLists | null)[],
): AnsweringAdopter[] {
  if (answers.length !== directory.length) {
    throw new Error(`${directory.length} partnerships were asked, and ${answers.length} places hold answers.`);
  }
  return directory.flatMap((partnership, place) => {
    const answer = answers[place];
    return answer ? [{ ...answer, partnership }] : [];
  });
}
