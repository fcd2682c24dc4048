import { answersByPlace } from '../directory/answers-by-place';
import type { LocalPartnership } from '../directory/local-partnership';
import type { ProcedureAdopter } from './procedure-adopter';

/** What the gateway brings of one partnership: the lists that a reduction requires, and no more. */
export type RequiredLists = Partial<Omit<ProcedureAdopter, 'id'>>;

/** A partnership that answered, with what it answered. */
export type AnsweringAdopter = RequiredLists & { partnership: LocalPartnership };

/** The partnerships that answered, each with what it answered, in the order of the directory. */
export function adoptersByPlace(
  directory: readonly LocalPartnership[],
  answers: readonly (RequiredLists | null)[],
): AnsweringAdopter[] {
  return answersByPlace(directory, answers).flatMap(([partnership, answer]) =>
    answer ? [{ ...answer, partnership }] : [],
  );
}
