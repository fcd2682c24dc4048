import { NetworkConnections1763769600102 } from './network-connections';
import { PartnershipCore1763769600000 } from './partnership-core';

/** Migrations of every partnership's database, in their order. */
export const partnershipMigrations = [PartnershipCore1763769600000, NetworkConnections1763769600102];
