import { GraphQLScalarType } from 'graphql';
import { GraphQLSafeInt } from 'graphql-scalars';

/** Money as a whole number of pence sterling. Wider than Int: a London budget passes 2^31 pence. */
export const Pence = new GraphQLScalarType<number, number>({
  ...(GraphQLSafeInt.toConfig() as ConstructorParameters<typeof GraphQLScalarType<number, number>>[0]),
  name: 'Pence',
  description: 'Money as a whole number of pence sterling: `15771900` is £157,719.00.',
});
