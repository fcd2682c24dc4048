import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const asked = new WeakMap<DocumentNode, Set<string>>();
const fetched = new LRUCache<string, string[]>({ max: 1000, memoMethod: fetchedKeys });

/**
 * What a failed fetch leaves empty in the client's response, without list indexes:
 * `partnerships.bodies`. Fields that only the planner asked for stand under their parent.
 *
 * @param document - The client's document.
 * @param path - Where the fetch belongs, as the planner says it: `['partnerships', '@']`.
 * @param query - The operation that was sent to the subgraph.
 */
export function missingPaths(document: DocumentNode, path: readonly (string | number)[], query: string): string[] {
  const base = withoutIndexes(path);
  return [...new Set(fetched.memo(query).map((key) => nearestAsked(document, [...base, key])))];
}

/** The longest beginning of a response path that the client asked for, by dots. */
export function nearestAsked(document: DocumentNode, path: readonly (string | number)[]): string {
  const paths = askedPaths(document);
  const names = withoutIndexes(path);
  while (names.length > 1 && !paths.has(names.join('.'))) names.pop();
  return names.join('.');
}

const withoutIndexes = (path: readonly (string | number)[]) =>
  path.filter((part): part is string => typeof part === 'string' && part !== '@');

/** Every response path of every operation in the document. */
function askedPaths(document: DocumentNode): Set<string> {
  let paths = asked.get(document);
  if (!paths) {
    paths = new Set();
    const fragments = fragmentsOf(document);
    for (const node of document.definitions) {
      if (node.kind === Kind.OPERATION_DEFINITION) collect(node.selectionSet, '', fragments, paths);
    }
    asked.set(document, paths);
  }
  return paths;
}

/** The response keys directly under a fetch's root, or under its `_entities`. */
function fetchedKeys(query: string): string[] {
  return [...askedPaths(parse(query, { noLocation: true }))]
    .map((path) => path.split('.'))
    .flatMap(([first, second, ...rest]) => {
      if (first === '_entities') return second && rest.length === 0 ? [second] : [];
      return first && second === undefined ? [first] : [];
    });
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
}

function collect(set: SelectionSetNode, parent: string, fragments: Fragments, into: Set<string>) {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      // Told of what is there, and never missing by itself.
      if (node.name.value === '__typename') continue;
      const path = parent + (node.alias ?? node.name).value;
      into.add(path);
      if (node.selectionSet) collect(node.selectionSet, `${path}.`, fragments, into);
    } else {
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (inner) collect(inner.selectionSet, parent, fragments, into);
    }
  }
}
