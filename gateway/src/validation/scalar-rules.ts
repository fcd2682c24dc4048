import { SCALARS } from '@hub/scalars';
import { GraphQLScalarType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';

const rules = new Map(SCALARS.map((scalar) => [scalar.name, scalar]));

/**
 * Teaches a schema what its scalars take. A supergraph names scalars and does not say their rules, so that a schema made of
 * it takes any value for them, and the subgraph that gets it refuses all that is asked of it at once.
 *
 * @returns the scalars whose rules nobody knows here; what is sent for them is for the subgraphs to check.
 */
export function addScalarRules(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!(type instanceof GraphQLScalarType) || isSpecifiedScalarType(type)) return [];
    const known = rules.get(type.name);
    if (!known) return [type.name];
    type.parseValue = known.parseValue;
    type.parseLiteral = known.parseLiteral;
    return [];
  });
}
