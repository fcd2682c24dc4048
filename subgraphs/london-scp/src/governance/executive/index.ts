import {
  agencyResolverFor,
  documentEvidence,
  documentResolvers,
  governanceTables,
  governanceResolverFor,
  loadFacts,
  meetingMigrations,
  moneyMigrations,
  networkMigrations,
  procedureMigrations,
} from '@hub/partnership';
import { recordChangeResolverFor, type SubgraphModule } from '@hub/subgraph-kit';
import { londonFacts } from './london-facts';
import { withAnswers } from '../../directory/reduce-over';
import { LondonScp } from './london-scp-type';
import { LONDON_SCP, LondonScpResolver } from './london-scp-resolver';

/** Its database began as a partnership's, and has all of a partnership's tables. */
const INHERITED = [
  ...[...governanceTables.migrations, ...meetingMigrations, ...moneyMigrations],
  ...[...networkMigrations, ...procedureMigrations],
];

/** The London SCP's own Executive and terms of reference, held like a partnership's. */
export const executive: SubgraphModule = {
  resolvers: [
    LondonScpResolver,
    governanceResolverFor(LondonScp),
    agencyResolverFor(LONDON_SCP.id),
    recordChangeResolverFor(LONDON_SCP.id),
    ...documentResolvers,
  ],
  references: [
    {
      typeName: 'LondonScp',
      resolve: (reference) =>
        reference['id'] === LONDON_SCP.id
          ? withAnswers(Object.assign(new LondonScp(), LONDON_SCP), reference, 'recordKeepers')
          : null,
    },
  ],
  facts: governanceTables.facts,
  migrations: INHERITED,
  evidence: documentEvidence,
  async load(manager) {
    await loadFacts(manager, LONDON_SCP.id, londonFacts());
  },
};
