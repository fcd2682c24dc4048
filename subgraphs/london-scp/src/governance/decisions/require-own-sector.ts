import type { RequestIdentity, Scope } from '@hub/access';
import { Sector } from '@hub/contract';
import { problem } from '@hub/subgraph-kit';

const SIGNING_SCOPES: Readonly<Partial<Record<Sector, Scope>>> = {
  [Sector.LOCAL_AUTHORITY]: 'decisions:sign-local-authority',
  [Sector.POLICE]: 'decisions:sign-police',
  [Sector.NHS]: 'decisions:sign-nhs',
};

/**
 * Holds a sign-off to the caller's own sector: the schema lets any of the three sectors sign, and only the input says
 * which of them it is for. A sector that signs nothing is left to others to refuse.
 */
export const signsForOwnSector = {
  codes: ['SECTOR_NOT_YOURS'],
  problem({ sector }: { sector: Sector }, { caller }: RequestIdentity) {
    const scope = SIGNING_SCOPES[sector];
    if (scope === undefined || caller?.scopes.has(scope)) return null;
    const remedy = `Give the sector that you sign for, or leave it to a person with the scope ${scope}.`;
    return problem('sector', 'SECTOR_NOT_YOURS', `You may not sign for ${sector}. ${remedy}`);
  },
};
