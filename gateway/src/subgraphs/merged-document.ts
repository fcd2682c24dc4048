import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** One operation that asks what several `_entities` operations ask. */
export interface MergedDocument {
  query: string;
  operationName: string;
}

const PREFIX = (index: number) => `e${index}_`;

/** The response key of a member's entities. */
export const aliasOf = (index: number): string => `e${index}`;

/** The name, in the merged operation, of a member's variable. */
export const variableOf = (index: number, name: string): string => PREFIX(index) + name;

/** Merging parses and prints, so it is done once for each set of operations. */
const merged = new LRUCache<string, { document: MergedDocument | undefined }>({
  max: 1000,
  memoMethod: (key) => ({ document: build(JSON.parse(key) as string[]) }),
});

/**
 * Merges `_entities` operations: the first one's field becomes `e0`, its variables `e0_…`, and so
 * on. Gives nothing when one of them has another shape, and must be sent by itself.
 *
 * @param queries - The operations, in an order that is the same for the same set.
 */
export function mergeDocuments(queries: readonly string[]): MergedDocument | undefined {
  return merged.memo(JSON.stringify(queries)).document;
}

function build(queries: readonly string[]): MergedDocument | undefined {
  const members = queries.map(renamed);
  if (!members.every((member) => member !== undefined)) return undefined;
  const operationName = members.find(({ name }) => name)?.name ?? 'Entities';
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: operationName },
    variableDefinitions: members.flatMap((member) => member.operation.variableDefinitions ?? []),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: members.map(({ entities }, index): FieldNode => ({
        ...entities,
        alias: { kind: Kind.NAME, value: aliasOf(index) },
      })),
    },
  };
  const definitions = [operation, ...members.flatMap(({ fragments }) => fragments)];
  const query = stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions }));
  return { query, operationName };
}

/** The parts of a member, its variables and fragments renamed; nothing if it is not `_entities`. */
function renamed(query: string, index: number) {
  const prefixed = (value: string) => ({ kind: Kind.NAME as const, value: PREFIX(index) + value });
  const document = visit(parse(query, { noLocation: true }), {
    Variable: (node) => ({ ...node, name: prefixed(node.name.value) }),
    FragmentSpread: (node) => ({ ...node, name: prefixed(node.name.value) }),
    FragmentDefinition: (node) => ({ ...node, name: prefixed(node.name.value) }),
  });
  const operations = document.definitions.filter(isOperation);
  const [operation] = operations;
  const [entities] = operation?.selectionSet.selections ?? [];
  if (
    operations.length !== 1 ||
    operation?.operation !== OperationTypeNode.QUERY ||
    operation.directives?.length ||
    operation.selectionSet.selections.length !== 1 ||
    entities?.kind !== Kind.FIELD ||
    entities.name.value !== '_entities' ||
    entities.alias
  ) {
    return undefined;
  }
  const fragments = document.definitions.filter(isFragment);
  return { name: operation.name?.value, operation, entities, fragments };
}

const isOperation = (node: DefinitionNode): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION;

const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;
