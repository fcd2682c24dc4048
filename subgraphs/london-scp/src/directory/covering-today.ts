import { isDuring, todayInLondon } from '@hub/contract';
import type { CoverageRecord } from './directory-records';

/** Those of the directory's coverages that hold today. */
export function coveragesToday(coverages: readonly CoverageRecord[]): CoverageRecord[] {
  const today = todayInLondon();
  return coverages.filter(({ validFrom, validTo }) => isDuring(today, validFrom, validTo));
}

/** Tells the partnership that covers a local authority today, by id; null where none of the directory does. */
export function coveringToday(coverages: readonly CoverageRecord[]): (gssCode: string) => string | null {
  const covered = new Map(
    coveragesToday(coverages).map(({ localAuthorityCode, partnershipId }) => [localAuthorityCode, partnershipId]),
  );
  return (gssCode) => covered.get(gssCode) ?? null;
}
