import { GraphQLScalarType, Kind } from 'graphql';
import { refusedValue } from './refused-value';

const RULE = 'Pence must be a whole number such as 15771900';
const isPence = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** Money as a whole number of pence sterling. Wider than Int: a London budget passes 2^31 pence. */
export const Pence = new GraphQLScalarType<number, number>({
  name: 'Pence',
  description: 'Money as a whole number of pence sterling: `15771900` is £157,719.00.',
  serialize(value) {
    // A database gives what may be wider than a number as text.
    const pence = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (isPence(pence)) return pence;
    throw refusedValue(RULE, value);
  },
  parseValue(value) {
    if (isPence(value)) return value;
    throw refusedValue(RULE, value);
  },
  parseLiteral(node) {
    const pence = node.kind === Kind.INT ? Number(node.value) : undefined;
    if (isPence(pence)) return pence;
    throw refusedValue(RULE, undefined, node);
  },
});
