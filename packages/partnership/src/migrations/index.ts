import { PartnershipCore1763769600000 } from './partnership-core';
import { PartnershipProcedures1763769600310 } from './partnership-procedures';

/** Migrations of every partnership's database, in their order. */
export const partnershipMigrations = [PartnershipCore1763769600000, PartnershipProcedures1763769600310];
