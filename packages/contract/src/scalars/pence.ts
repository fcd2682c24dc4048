import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { GraphQLSafeInt } from 'graphql-scalars';

/**
 * Money as a whole number of pence sterling. Wider than Int: a London budget passes 2^31 pence. What is no such number is
 * refused as the caller's mistake, written out too: a gateway knows no scalar but the standard ones.
 */
export const Pence = new GraphQLScalarType<number, number>({
  name: 'Pence',
  description: 'Money as a whole number of pence sterling: `15771900` is £157,719.00.',
  serialize: (value) => GraphQLSafeInt.serialize(value),
  parseValue: (value) => check(value, JSON.stringify(value)),
  parseLiteral: (node) => check(node.kind === Kind.INT ? Number(node.value) : null, print(node)),
});

function check(value: unknown, shown: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`Pence must be a whole number such as 15771900, not ${shown}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
