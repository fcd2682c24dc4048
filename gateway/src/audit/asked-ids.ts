import { idsGiven } from '@hub/access';
import {
  getVariableValues,
  Kind,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { OperationAccess } from '../access/operation-access';

/** An operation, as far as it was understood. */
export interface AskedOperation {
  schema: GraphQLSchema;
  document?: DocumentNode | undefined;
  operation?: OperationDefinitionNode | undefined;
  request: { variables?: Record<string, unknown> | undefined };
}

/** The ids that an operation gives as arguments of child-level fields, those that were refused included. */
export function askedIds(
  { schema, document, operation, request: { variables: given = {} } }: AskedOperation,
  { granted, refused }: OperationAccess['childLevel'],
): string[] {
  if (!document || !operation) return [];
  const childLevel = new Set([...granted, ...refused]);
  const { coerced = given } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const types = new TypeInfo(schema);
  const ids = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
    visitWithTypeInfo(types, {
      Field(node) {
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        if (!parent || !field || !childLevel.has(`${parent.name}.${field.name}`)) return;
        for (const id of idsGiven(field.args, argumentsOf(node, field, coerced))) ids.add(id);
      },
    }),
  );
  return [...ids];
}

function argumentsOf(
  { arguments: nodes = [] }: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    nodes.flatMap(({ name, value }) => {
      const type = args.find((arg) => arg.name === name.value)?.type;
      return type ? [[name.value, valueFromAST(value, type, variables)] as const] : [];
    }),
  );
}
