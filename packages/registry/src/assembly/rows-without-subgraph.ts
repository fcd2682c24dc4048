import { Kind, type DocumentNode } from 'graphql';
import { prefixOf } from '../checks/type-names';
import type { SubgraphCandidate } from './subgraph-candidate';

const PARTNERSHIP = /^(.+)Partnership$/;

/**
 * The partnerships of which the hub's schema has types and nobody a subgraph: those that stand in the directory, and are not
 * up yet or no longer.
 *
 * @param known - names of the subgraphs that there are.
 */
export function rowsWithoutSubgraph(hub: DocumentNode, known: readonly string[]): SubgraphCandidate[] {
  const prefixes = new Set(known.map(prefixOf));
  return hub.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const isPartnership = definition.interfaces?.some((one) => one.name.value === 'LocalPartnership');
    const [, prefix] = PARTNERSHIP.exec(definition.name.value) ?? [];
    if (!isPartnership || prefix === undefined || prefixes.has(prefix)) return [];
    const name = prefix.replace(/[A-Z]/g, (letter, place) => `${place > 0 ? '-' : ''}${letter.toLowerCase()}`);
    const problem = `The directory has the partnership ${name}, and nobody said where its subgraph is.`;
    return [{ name, url: '', published: null, problem, lastGood: null }];
  });
}
