import { GraphQLError } from 'graphql';

/**
 * Checks that what a filter names is there: silence about a typing error would look like an answer.
 *
 * @param argument - name of the argument, as `ids`.
 * @param remedy - what to give instead.
 * @throws GraphQLError `BAD_USER_INPUT` naming the argument and every id or code that is not known.
 */
export function requireKnown(
  argument: string,
  given: readonly string[],
  known: readonly string[],
  remedy: string,
): void {
  const unknown = [...new Set(given)].filter((one) => !known.includes(one));
  if (unknown.length === 0) return;
  throw new GraphQLError(
    `${argument} names ${unknown.map((one) => JSON.stringify(one)).join(', ')}, which the directory does not hold. ${remedy}`,
    { extensions: { code: 'BAD_USER_INPUT', argument, unknown } },
  );
}
