import {
  Kind,
  typeFromAST,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Something that an operation asks to be told. */
export interface Parameter {
  name: string;
  type: GraphQLInputType;
  description?: string | null | undefined;
  /** @default none: it must be told, or may be left out where its type lets it be null */
  defaultValue?: unknown;
}

/** The variables of an operation, each described as the argument that it is given to. */
export function parametersOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Parameter[] {
  const described = descriptions(schema, document);
  return variableDefinitions.map((definition: VariableDefinitionNode) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const parameter = { name, type, description: described.get(name) };
    const { defaultValue } = definition;
    return defaultValue ? { ...parameter, defaultValue: valueFromAST(defaultValue, type) } : parameter;
  });
}

function descriptions(schema: GraphQLSchema, document: DocumentNode): Map<string, string | null | undefined> {
  const info = new TypeInfo(schema);
  const found = new Map<string, string | null | undefined>();
  const visitor = visitWithTypeInfo(info, {
    Argument({ value }) {
      if (value.kind === Kind.VARIABLE) found.set(value.name.value, info.getArgument()?.description);
    },
  });
  visit(document, visitor);
  return found;
}
