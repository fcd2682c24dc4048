import type { RequestIdentity, Scope } from '@hub/access';
import { Sector } from '@hub/contract';
import { Refusal } from '@hub/subgraph-kit';

const SIGNING_SCOPES: Readonly<Partial<Record<Sector, Scope>>> = {
  [Sector.LOCAL_AUTHORITY]: 'decisions:sign-local-authority',
  [Sector.POLICE]: 'decisions:sign-police',
  [Sector.NHS]: 'decisions:sign-nhs',
};

/**
 * Holds a sign-off to the caller's own sector: the schema lets any of the three sectors sign, and only the input says
 * which of them it is for. A sector that signs nothing is left to others to refuse.
 *
 * @throws Refusal `SECTOR_NOT_YOURS`.
 */
export function requireOwnSector({ caller }: RequestIdentity, sector: Sector): void {
  const scope = SIGNING_SCOPES[sector];
  if (scope === undefined || caller?.scopes.has(scope)) return;
  throw new Refusal({
    field: ['input', 'sector'],
    message: `You may not sign for ${sector}. Give the sector that you sign for, or leave it to a person with the scope ${scope}.`,
    code: 'SECTOR_NOT_YOURS',
  });
}
