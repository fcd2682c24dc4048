import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

/**
 * A calendar date of England (Europe/London) as `YYYY-MM-DD`. A date has no time of day and no
 * offset, so it stays a string on both sides: an instant would move it across midnight.
 */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...(GraphQLLocalDate.toConfig() as ConstructorParameters<typeof GraphQLScalarType<string, string>>[0]),
  name: 'Date',
  description: 'A calendar date of England (Europe/London), as `2026-03-31`.',
});
