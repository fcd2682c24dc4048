import { ChildRecords1763769600400 } from './child-records';
import { NetworkConnections1763769600102 } from './network-connections';
import { PartnershipBudgets1763769600201 } from './partnership-budgets';
import { PartnershipCore1763769600000 } from './partnership-core';
import { PartnershipMovements1763769600500 } from './partnership-movements';
import { PartnershipProcedures1763769600310 } from './partnership-procedures';

/** Migrations of every partnership's database and of London's, in their order. */
export const partnershipMigrations = [
  PartnershipCore1763769600000,
  NetworkConnections1763769600102,
  PartnershipBudgets1763769600201,
  PartnershipProcedures1763769600310,
  ChildRecords1763769600400,
];

/** And those of its own side of movements. London, which shares the others, has another side of them. */
export const movementMigrations = [PartnershipMovements1763769600500];
