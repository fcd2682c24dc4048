import { budgetMutations } from './budget/budget-mutations';
import { networkConnectionMutations } from './network-connection-mutations';
import { procedureMutations } from './procedures';

/**
 * Every mutation of a partnership, each named with its prefix: the registry lets a partnership change nothing under
 * another's name.
 *
 * @param prefix - the partnership's id in camel case, as `triBorough`.
 */
export function partnershipMutations(prefix: string): Function[] {
  return [networkConnectionMutations(prefix), budgetMutations(prefix), ...procedureMutations(prefix)];
}
