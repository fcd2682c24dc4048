import { join } from 'node:path';
import {
  documentResolvers,
  governanceResolverFor,
  loadFacts,
  partnershipMigrations,
  partnershipSchemas,
  readFacts,
} from '@hub/partnership';
import type { LondonModule } from '../london-module';
import { LondonScp } from './london-scp-type';
import { LONDON_SCP, LondonScpResolver } from './london-scp-resolver';

/** The London SCP's own Executive and terms of reference, held like a partnership's. */
export const executive: LondonModule = {
  resolvers: [LondonScpResolver, governanceResolverFor(LondonScp), ...documentResolvers],
  references: [
    {
      typeName: 'LondonScp',
      // The gateway brings `recordKeepers` with what they answered; the field's own resolver is not asked then.
      resolve: ({ id, recordKeepers }) =>
        id === LONDON_SCP.id ? Object.assign(new LondonScp(), LONDON_SCP, { recordKeepers }) : null,
    },
  ],
  entities: partnershipSchemas,
  migrations: partnershipMigrations,
  async load(manager) {
    await loadFacts(manager, 'london-scp', readFacts(join(__dirname, '..', '..', 'facts')));
  },
};
