import { GraphQLError } from 'graphql';

/**
 * Checks the `first` argument of a connection.
 *
 * @param first - items asked for.
 * @returns `first`, 1 to 100.
 * @throws GraphQLError `BAD_USER_INPUT` naming the argument and the remedy.
 */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= 100) return first;
  throw new GraphQLError(`first must be from 1 to 100, not ${first}. Ask for more in pages, with after.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
  });
}
