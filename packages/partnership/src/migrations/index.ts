import { ChildRecords1763769600400 } from './child-records';
import { NetworkConnections1763769600102 } from './network-connections';
import { PartnershipBudgets1763769600201 } from './partnership-budgets';
import { PartnershipCore1763769600000 } from './partnership-core';
import { PartnershipMovements1763769600500 } from './partnership-movements';
import { PartnershipProcedures1763769600310 } from './partnership-procedures';

/** Migrations of every partnership's database, in their order. */
export const partnershipMigrations = [
  PartnershipCore1763769600000,
  NetworkConnections1763769600102,
  PartnershipBudgets1763769600201,
  PartnershipProcedures1763769600310,
  ChildRecords1763769600400,
  PartnershipMovements1763769600500,
];
