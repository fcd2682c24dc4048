import { isDuring, todayInLondon } from '@hub/contract';
import type { CoverageRecord } from '../directory/directory-records';

/** Tells the partnership that covers a local authority today, by id; null where none of the directory does. */
export function coveringToday(coverages: readonly CoverageRecord[]): (gssCode: string) => string | null {
  const today = todayInLondon();
  const covered = new Map(
    coverages
      .filter(({ validFrom, validTo }) => isDuring(today, validFrom, validTo))
      .map(({ localAuthorityCode, partnershipId }) => [localAuthorityCode, partnershipId]),
  );
  return (gssCode) => covered.get(gssCode) ?? null;
}
