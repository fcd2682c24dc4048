import {
  agencyResolverFor,
  body,
  documentEvidence,
  documentResolvers,
  governanceTables,
  governanceResolverFor,
  loadFacts,
  meetingMigrations,
  moneyMigrations,
  networkMigrations,
  procedureMigrations,
  seatDemonstrations,
  seatsOf,
} from '@hub/partnership';
import { loadDemonstration, recordChangeResolverFor, type SubgraphModule } from '@hub/subgraph-kit';
import { londonFacts } from './london-facts';
import { withAnswers } from '../../directory/reduce-over';
import { LondonScp } from './london-scp-type';
import { LONDON_SCP, LondonScpResolver } from './london-scp-resolver';

/** Its database began as a partnership's, and has all of a partnership's tables. */
const INHERITED = [
  ...[...governanceTables.migrations, ...meetingMigrations, ...moneyMigrations],
  ...[...networkMigrations, ...procedureMigrations],
];

const seats = seatsOf(LondonScp, 'decisions:write');

/** The London SCP's own Executive and terms of reference, held like a partnership's. */
export const executive: SubgraphModule = {
  resolvers: [
    LondonScpResolver,
    governanceResolverFor(LondonScp),
    agencyResolverFor(LONDON_SCP.id),
    recordChangeResolverFor(LONDON_SCP.id),
    ...documentResolvers,
    ...seats.resolvers,
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
  records: seats.records,
  // No group is opened beside those of its document.
  entities: [body.schema],
  facts: governanceTables.facts,
  migrations: [...INHERITED, ...seats.migrations],
  evidence: { ...documentEvidence, ...seats.evidence },
  async load(manager, options) {
    await loadFacts(manager, LONDON_SCP.id, [londonFacts()]);
    await loadDemonstration(manager, 'seats', options, seatDemonstrations(LONDON_SCP.id, londonFacts));
  },
};
