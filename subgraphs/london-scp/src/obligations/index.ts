import { loadObligations, obligationsResolverFor, obligationTables } from '@hub/partnership';
import type { SubgraphModule } from '@hub/subgraph-kit';
import { londonFacts } from '../governance/executive/london-facts';
import { LondonScp } from '../governance/executive/london-scp-type';
import { londonReaders } from './london-readers';

/** What the terms of reference of the Executive oblige to, and how it stands by London's records. */
export const obligations: SubgraphModule = {
  resolvers: [obligationsResolverFor(LondonScp, londonReaders)],
  ...obligationTables,
  load: (manager) => loadObligations(manager, londonFacts()),
};
