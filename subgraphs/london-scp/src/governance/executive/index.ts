import { join } from 'node:path';
import {
  documentResolvers,
  governanceTables,
  governanceResolverFor,
  loadFacts,
  moneyMigrations,
  networkMigrations,
  procedureMigrations,
  readFacts,
} from '@hub/partnership';
import type { SubgraphModule } from '@hub/subgraph-kit';
import { LondonScp } from './london-scp-type';
import { LONDON_SCP, LondonScpResolver } from './london-scp-resolver';

/** Its database began as a partnership's, and has all of a partnership's tables. */
const INHERITED = [...governanceTables.migrations, ...moneyMigrations, ...networkMigrations, ...procedureMigrations];

/** The London SCP's own Executive and terms of reference, held like a partnership's. */
export const executive: SubgraphModule = {
  resolvers: [LondonScpResolver, governanceResolverFor(LondonScp), ...documentResolvers],
  references: [
    {
      typeName: 'LondonScp',
      // The gateway brings `recordKeepers` with what they answered; the field's own resolver is not asked then.
      resolve: ({ id, recordKeepers }) =>
        id === LONDON_SCP.id ? Object.assign(new LondonScp(), LONDON_SCP, { recordKeepers }) : null,
    },
  ],
  entities: governanceTables.entities,
  migrations: INHERITED,
  async load(manager) {
    await loadFacts(manager, 'london-scp', readFacts(join(__dirname, '..', '..', '..', 'facts')));
  },
};
