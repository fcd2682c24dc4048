import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  valueFromAST,
  GraphQLString,
} from 'graphql';

/**
 * Has `_entities` refuse what refers to nothing: no object, a type that is not an entity here, or one without the fields of a
 * key. Otherwise it would be found out inside a resolver, as if the subgraph had failed.
 */
export function checkReferences(schema: GraphQLSchema, document: DocumentNode): void {
  const entities = schema.getQueryType()?.getFields()['_entities'];
  const resolve = entities?.resolve;
  if (!entities || !resolve) return;
  const keys = keysIn(document);
  entities.resolve = (source, args, context, info) => {
    const { representations } = args as { representations: readonly unknown[] };
    representations.forEach((reference, index) => {
      const problem = problemOf(reference, keys);
      if (problem === null) return;
      throw new GraphQLError(`representations[${index}] ${problem}.`, {
        extensions: { code: 'BAD_USER_INPUT', argument: 'representations' },
      });
    });
    return resolve(source, args, context, info);
  };
}

/** Names of the fields of each key, by type. */
type Keys = ReadonlyMap<string, readonly (readonly string[])[]>;

function problemOf(reference: unknown, keys: Keys): string | null {
  if (typeof reference !== 'object' || reference === null) return 'must be an object';
  const { __typename: name, ...fields } = reference as Record<string, unknown>;
  const known = typeof name === 'string' ? keys.get(name) : undefined;
  if (!known) return 'must name an entity of this subgraph as __typename';
  const isWhole = known.some((key) => key.every((field) => isValue(fields[field])));
  return isWhole ? null : `must hold a key of ${String(name)}: ${known.map((key) => key.join(' and ')).join(', or ')}`;
}

/** Keys are ids, texts and numbers; one of another entity is an object. */
function isValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function keysIn({ definitions }: DocumentNode): Keys {
  const keys = new Map<string, string[][]>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const own = keysOf(node);
    if (own.length > 0) keys.set(node.name.value, own);
  }
  return keys;
}

function keysOf({ directives = [] }: Pick<ObjectTypeDefinitionNode, 'directives'>): string[][] {
  return directives
    .filter(({ name }) => name.value === 'key')
    .map((key) => {
      const fields = key.arguments?.find(({ name }) => name.value === 'fields')?.value;
      const [selection] = parse(`{ ${String(fields && valueFromAST(fields, GraphQLString))} }`).definitions;
      if (selection?.kind !== Kind.OPERATION_DEFINITION) return [];
      return selection.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : []));
    });
}
