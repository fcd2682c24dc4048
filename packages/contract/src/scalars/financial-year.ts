import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isFinancialYear } from '../rules/financial-year';

function parse(value: unknown): string {
  if (typeof value === 'string' && isFinancialYear(value)) return value;
  throw new GraphQLError(`FinancialYear must be two consecutive years such as 2025-26, not ${JSON.stringify(value)}.`);
}

/** A local-government financial year, 1 April to 31 March, as `2025-26`. */
export const FinancialYear = new GraphQLScalarType<string, string>({
  name: 'FinancialYear',
  description: 'A local-government financial year, 1 April to 31 March, as `2025-26`.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
