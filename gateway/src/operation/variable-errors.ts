import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Conditions } from '../access/conditions';

/**
 * What is wrong with the variables of an operation, as `BAD_USER_INPUT`. A variable of `@skip` or `@include` must be true or
 * false: an explicit null is not, whatever its default.
 */
export function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
  conditions: Conditions,
): GraphQLError[] {
  if (variableDefinitions.length === 0) return [];
  const extensions = { code: 'BAD_USER_INPUT' };
  const { errors } = getVariableValues(schema, variableDefinitions, variables);
  if (errors) return errors.map(({ message, nodes = null }) => new GraphQLError(message, { nodes, extensions }));
  return variableDefinitions.flatMap((node) => {
    const name = node.variable.name.value;
    if (!conditions.has(name) || conditions.get(name) !== undefined) return [];
    const message = `Variable "$${name}" of @skip or @include must be true or false, and not null.`;
    return [new GraphQLError(message, { nodes: node, extensions })];
  });
}
