import { isTypeDefinitionNode, parse, print, visit, type DocumentNode } from 'graphql';
import type { PublishedSubgraph } from './london-of';

/** Those that say who may see what, or what a field costs: nothing that a plan hangs on. */
const LEFT_OUT = new Set(['authenticated', 'cost', 'inaccessible', 'listSize', 'requiresScopes', 'tag']);
const LINK = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@external", "@key", "@requires", "@shareable"])`).definitions[0]!;

/**
 * Subgraphs with no more in them than some operations ask for, by the names of fields: for gateways that cannot load the
 * supergraph of 33 partnerships as it is.
 */
export function cutDown<Subgraph extends PublishedSubgraph>(
  subgraphs: readonly Subgraph[],
  operations: readonly string[],
): Subgraph[] {
  const documents = subgraphs.map(({ sdl }) => withoutDirectives(parse(sdl, { noLocation: true })));
  const names = new Set(operations.flatMap((operation) => fieldsIn(operation)));
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const document of documents) addRequired(document, names);
  }
  return subgraphs.map((subgraph, index) => ({ ...subgraph, sdl: print(reachable(documents[index]!, names)) }));
}

function fieldsIn(selections: string): string[] {
  const found: string[] = [];
  visit(parse(selections), { Field: ({ name }) => void found.push(name.value) });
  return found;
}

function withoutDirectives(document: DocumentNode): DocumentNode {
  return visit(document, {
    StringValue: (_, key) => (key === 'description' ? null : undefined),
    Directive: ({ name }) => (LEFT_OUT.has(name.value) ? null : undefined),
    SchemaExtension: () => LINK,
  }) as DocumentNode;
}

/** Adds what a field that is kept requires, and what any entity is known by. */
function addRequired(document: DocumentNode, names: Set<string>): void {
  const add = (directives: readonly { arguments?: readonly { value: unknown }[] }[]) => {
    for (const { arguments: [fields] = [] } of directives) {
      const { value } = fields!.value as { value: string };
      for (const name of fieldsIn(`{ ${value} }`)) names.add(name);
    }
  };
  visit(document, {
    ObjectTypeDefinition: ({ directives = [] }) => add(directives.filter(({ name }) => name.value === 'key')),
    FieldDefinition: ({ name, directives = [] }) => {
      if (names.has(name.value)) add(directives.filter((one) => one.name.value === 'requires'));
    },
  });
}

/** What can be come to from the queries, and from entities, by fields of some names. */
function reachable(document: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  const cut = visit(document, { FieldDefinition: ({ name }) => (names.has(name.value) ? undefined : null) });
  const types = new Map(
    cut.definitions.flatMap((node) => {
      const isEmpty = 'fields' in node && node.fields?.length === 0;
      return isTypeDefinitionNode(node) && !isEmpty ? [[node.name.value, node] as const] : [];
    }),
  );
  const kept = new Set<string>();
  const keep = (name: string): void => {
    const node = types.get(name);
    if (kept.has(name) || !node) return;
    kept.add(name);
    visit(node, { NamedType: (type) => keep(type.name.value) });
  };
  keep('Query');
  // A partnership's own subgraph has no query by which its types are come to.
  for (const [name, { directives = [] }] of types) if (directives.some((one) => one.name.value === 'key')) keep(name);
  const definitions = cut.definitions.filter((node) => !isTypeDefinitionNode(node) || kept.has(node.name.value));
  return visit(
    { ...cut, definitions },
    // Of what a type implements, what has nothing left is no interface any more.
    { NamedType: ({ name }, _, parent) => (Array.isArray(parent) && !kept.has(name.value) ? null : undefined) },
  );
}
