import { budgetMutations } from './budget/budget-mutations';

/** The prefix of a partnership's mutations: `tri-borough` has `triBorough…`. */
export function mutationPrefix(partnershipId: string): string {
  return partnershipId.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The mutation resolvers of a partnership, each named with its prefix.
 *
 * @param prefix - as `triBorough`.
 */
export function partnershipMutations(prefix: string): Function[] {
  return [budgetMutations(prefix)];
}
