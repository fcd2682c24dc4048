import { Kind, parse, print } from 'graphql';
import type { StandingSubgraph } from './check-publication';
import { HUB_SUBGRAPH, PARTNERSHIP_FAMILIES, prefixOf } from './type-names';

/**
 * The subgraphs by which a publication can be told as by all of them: the hub's without its types of the other partnerships,
 * the publisher's, and one partnership's more. What partnerships share is the contract's and the hub's, to which each is held
 * by itself; so a hundred others say of a publication what one says.
 *
 * @param publisher - the name of the publisher's subgraph.
 */
export function nearestSubgraphs(publisher: string, all: readonly StandingSubgraph[]): StandingSubgraph[] {
  const other = all.find(({ name, sdl }) => ![HUB_SUBGRAPH, publisher].includes(name) && sdl !== null);
  const near = new Set([HUB_SUBGRAPH, publisher, other?.name]);
  const far = all.filter(({ name }) => !near.has(name));
  const left = new Set(far.flatMap(({ name }) => PARTNERSHIP_FAMILIES.map((family) => prefixOf(name) + family)));
  return all
    .filter(({ name }) => near.has(name))
    .map((one) => (one.name === HUB_SUBGRAPH ? { ...one, sdl: withoutTypes(one.sdl!, left) } : one));
}

function withoutTypes(sdl: string, left: ReadonlySet<string>): string {
  const { definitions, ...document } = parse(sdl, { noLocation: true });
  return print({
    ...document,
    definitions: definitions.filter((one) => one.kind !== Kind.OBJECT_TYPE_DEFINITION || !left.has(one.name.value)),
  });
}
