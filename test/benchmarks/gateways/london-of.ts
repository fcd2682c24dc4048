import { Kind, parse, print, visit } from 'graphql';

/** What a subgraph publishes. */
export interface PublishedSubgraph {
  name: string;
  sdl: string;
}

const LONDON = 'london-scp';
const COPIED = 'havering';

/**
 * A London of so many partnerships: those that publish, and copies of Havering under other names. The London SCP comes first.
 *
 * @param published - the London SCP and its four partnerships, as the reference has them.
 */
export function londonOf(partnerships: number, published: readonly PublishedSubgraph[]): PublishedSubgraph[] {
  const sdlOf = (name: string) => published.find((subgraph) => subgraph.name === name)!.sdl;
  const own = published.filter(({ name }) => name !== LONDON);
  const copies = Array.from({ length: partnerships - own.length }, (_, index) => {
    return `copy${String(index + 1).padStart(2, '0')}`;
  });
  return [
    { name: LONDON, sdl: withStubs(sdlOf(LONDON), copies) },
    ...own,
    ...copies.map((name) => ({ name, sdl: copyOf(sdlOf(COPIED), name) })),
  ];
}

const typeNameOf = (copy: string) => copy.replace('copy', 'Copy');

/** Havering's subgraph under another name. */
function copyOf(havering: string, copy: string): string {
  const rename = (name: string) => name.replace(/^Havering(?=Partnership|BudgetYear|ChildRecord)/, typeNameOf(copy));
  return print(
    visit(parse(havering, { noLocation: true }), {
      Name: (node) => ({ ...node, value: rename(node.value) }),
    }),
  );
}

/** London's subgraph with a stub for each copy, as it makes them from its directory. */
function withStubs(london: string, copies: readonly string[]): string {
  const document = parse(london, { noLocation: true });
  const stubs = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value.startsWith('Havering') ? [node] : [],
  );
  const added = copies.flatMap((copy) =>
    stubs.map((stub) => ({
      ...stub,
      name: { ...stub.name, value: stub.name.value.replace('Havering', typeNameOf(copy)) },
    })),
  );
  return print({ ...document, definitions: [...document.definitions, ...added] });
}
