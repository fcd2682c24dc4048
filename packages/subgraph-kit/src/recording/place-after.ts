import { decodeCursor } from '@hub/contract';

/**
 * The place in a log that the `after` argument of a connection names; undefined for its beginning.
 *
 * @throws GraphQLError `BAD_USER_INPUT` when the cursor was not made for a log.
 */
export function placeAfter(after: string | null | undefined): number | undefined {
  if (typeof after !== 'string') return undefined;
  return Number(decodeCursor(after, 1, ([seq]) => /^\d{1,15}$/.test(seq!))[0]);
}
