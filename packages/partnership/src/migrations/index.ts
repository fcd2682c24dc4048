import { ChildRecords1763769600400 } from './child-records';
import { ChildRecordsCompared1763769600510 } from './child-records-compared';
import { NetworkConnections1763769600102 } from './network-connections';
import { PartnershipBudgets1763769600201 } from './partnership-budgets';
import { PartnershipCore1763769600000 } from './partnership-core';
import { PartnershipMovements1763769600500 } from './partnership-movements';
import { PartnershipProcedures1763769600310 } from './partnership-procedures';

/** Migrations of every database that holds a governing document, the London SCP's among them, in their order. */
export const partnershipMigrations = [
  PartnershipCore1763769600000,
  NetworkConnections1763769600102,
  PartnershipBudgets1763769600201,
  PartnershipProcedures1763769600310,
];

/** Those of a partnership's database alone: the London SCP has another side of movements. */
export const movementMigrations = [
  ChildRecords1763769600400,
  PartnershipMovements1763769600500,
  ChildRecordsCompared1763769600510,
];
