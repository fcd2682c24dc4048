import { unstorableText } from '@hub/http';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { nullProblems } from './null-problems';
import { variableProblems } from './variable-problems';

/**
 * Why a valid operation cannot be run with the values that came with it: text that no database can keep, values that are not
 * of their type, nulls where none is taken. Each names its place; the code is `BAD_USER_INPUT`. Nothing has been asked of a
 * subgraph then.
 *
 * @param schema - of the clients, with the rules of its scalars.
 */
export function inputProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): readonly GraphQLError[] {
  const text = unstorableText(document, operation, variables);
  // It may be nested too deep to be looked at otherwise.
  if (text) return [text];
  const wrong = variableProblems(schema, operation, variables);
  return wrong.length > 0 ? wrong : nullProblems(schema, document, operation, variables);
}
