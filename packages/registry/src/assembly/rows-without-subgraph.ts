import type { DocumentNode } from 'graphql';
import { partnershipsIn } from './partnerships-in';
import type { SubgraphCandidate } from './subgraph-candidate';

/**
 * The partnerships of which the hub's schema has types and nobody a subgraph: those that stand in the directory, and are not
 * up yet or no longer.
 *
 * @param known - names of the subgraphs that there are.
 */
export function rowsWithoutSubgraph(hub: DocumentNode, known: readonly string[]): SubgraphCandidate[] {
  const without = partnershipsIn(hub).filter((name) => !known.includes(name));
  return without.map((name) => {
    const problem = `The directory has the partnership ${name}, and nobody said where its subgraph is.`;
    return { name, url: '', published: null, problem, lastGood: null };
  });
}
