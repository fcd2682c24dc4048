import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { earliestDay } from '../rules/partial-date';

/** Returns `value` when it is a date of reduced precision, throws an error that names the remedy otherwise. */
export function parsePartialDate(value: unknown): string {
  try {
    if (typeof value === 'string') return earliestDay(value) && value;
  } catch {
    // Falls through to the one message below, which names the scalar.
  }
  throw new GraphQLError(
    `PartialDate must be a year, a month or a day such as 2022, 2022-12 or 2022-12-31, not ${JSON.stringify(value)}.`,
  );
}

/**
 * A date as precisely as its source states it (ISO 8601 reduced precision). The London SCP's terms
 * of reference were agreed in "December 2022": `2022-12`, and no day is invented.
 */
export const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description: 'A date as precisely as its source states it: a year `2022`, a month `2022-12` or a day `2022-12-31`.',
  serialize: parsePartialDate,
  parseValue: parsePartialDate,
  parseLiteral: (node) => parsePartialDate(node.kind === Kind.STRING ? node.value : undefined),
});
