import { procedureMutations } from './procedures';

/**
 * The mutations of a partnership: resolver classes whose fields carry its name, as `lambethAdoptProcedure`.
 *
 * @param prefix - the partnership's id in camel case.
 */
export function partnershipMutations(prefix: string): Function[] {
  return [...procedureMutations(prefix)];
}
