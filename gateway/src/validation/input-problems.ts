import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { nullProblems } from './null-problems';
import { variableProblems } from './variable-problems';

/**
 * Why a valid operation cannot be run with the values that came with it: values that are not of their type, nulls where none
 * is taken. Each names its place; the code is `BAD_USER_INPUT`. Nothing has been asked of a subgraph then, and values nested
 * too deep have been refused.
 *
 * @param schema - of the clients, with the rules of its scalars.
 */
export function inputProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): readonly GraphQLError[] {
  const wrong = variableProblems(schema, operation, variables);
  return wrong.length > 0 ? wrong : nullProblems(schema, document, operation, variables);
}
