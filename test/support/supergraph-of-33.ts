import { composeSupergraph, type Supergraph } from '@hub/registry';
import { Kind, parse, print, visit, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';
import { subgraphSdls } from './reference-schema';

/** The four real partnerships, and as many copies of Havering under other names as make all of London's 33. */
const COPIES = Array.from({ length: 29 }, (_, index) => `copy${String(index + 1).padStart(2, '0')}`);
const typeNameOf = (copy: string) => copy.replace('copy', 'Copy');

/** What a subgraph publishes, parsed. */
export function sdlOf(name: string): DocumentNode {
  return parse(subgraphSdls.find((subgraph) => subgraph.name === name)!.sdl, { noLocation: true });
}

/** Havering's subgraph under another name. */
function copyOfHavering(copy: string): string {
  const rename = (name: string) => name.replace(/^Havering(?=Partnership|BudgetYear|ChildRecord)/, typeNameOf(copy));
  return print(
    visit(sdlOf('havering'), {
      Name: (node) => ({ ...node, value: rename(node.value) }),
    }),
  );
}

/** London's subgraph with a stub for each copy, as it makes them from its directory. */
function londonWithCopies(): string {
  const document = sdlOf('london-scp');
  const stubs = document.definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value.startsWith('Havering'),
  );
  const copies = COPIES.flatMap((copy) =>
    stubs.map((stub) => ({
      ...stub,
      name: { ...stub.name, value: stub.name.value.replace('Havering', typeNameOf(copy)) },
    })),
  );
  return print({ ...document, definitions: [...document.definitions, ...copies] });
}

/** A London of 33 partnerships, composed. */
export function supergraphOf33(): Supergraph {
  return composeSupergraph([
    ...subgraphSdls.filter(({ name }) => name !== 'london-scp'),
    { name: 'london-scp', url: 'http://london-scp/graphql', sdl: londonWithCopies() },
    ...COPIES.map((name) => ({ name, url: `http://${name}/graphql`, sdl: copyOfHavering(name) })),
  ]);
}
