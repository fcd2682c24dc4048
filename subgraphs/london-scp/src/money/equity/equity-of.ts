import { LocalAuthority, Sector } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { isWhole } from '../../directory/coverage';
import { coverages, partnerships } from '../../directory/directory-loaders';
import { EquityBasis } from './equity-basis';
import type { Equity } from './equity-type';
import { pledgedBy, type Pledges } from './pledges';
import type { Share } from './share';
import { basisPointsOf } from './shares-of';

/**
 * Reduces what was pledged in this year and in the year before. Whole sums and shares are given only
 * where every partnership of the directory answered; a change only where both years are known.
 */
export async function equityOf(context: SubgraphContext, year: Pledges, yearBefore: Pledges): Promise<Equity> {
  const { pledges, coverage } = year;
  const [isKnown, wasKnown] = [isWhole(coverage), isWhole(yearBefore.coverage)];
  const before = yearBefore.pledges;
  const everybody = await partnerships(context);
  const covered = await coverages(context);

  const sectors = Object.values(Sector)
    .map((sector) => ({
      sector,
      pence: isKnown ? pledgedBy(pledges, (pledge) => pledge.sector === sector) : null,
      was: wasKnown ? pledgedBy(before, (pledge) => pledge.sector === sector) : null,
    }))
    .filter(({ sector }) => [...pledges, ...before].some((pledge) => pledge.sector === sector));
  const boroughs = everybody.map((partnership) => ({
    partnership,
    localAuthorities: covered
      .filter(({ partnershipId }) => partnershipId === partnership.id)
      .map(({ localAuthorityCode: gssCode }) => Object.assign(new LocalAuthority(), { gssCode })),
    pence: pledgedBy(pledges, ({ partnershipId }) => partnershipId === partnership.id),
    was: pledgedBy(before, ({ partnershipId }) => partnershipId === partnership.id),
    childPopulation: null,
    pencePerChild: null,
  }));

  return {
    coverage,
    basis: EquityBasis.PLEDGED,
    totalPence: isKnown ? pledges.reduce((sum, { pence }) => sum + pence, 0) : null,
    bySector: withShareAndChange(sectors, isKnown),
    byPartnership: withShareAndChange(boroughs, isKnown),
  };
}

function withShareAndChange<Row extends { pence: number | null; was: number | null }>(
  rows: readonly Row[],
  isKnown: boolean,
): (Omit<Row, 'was'> & { share: Share | null; changePence: number | null })[] {
  const parts = rows.map(({ pence }) => pence ?? 0);
  const wholePence = parts.reduce((sum, part) => sum + part, 0);
  const points = isKnown ? basisPointsOf(parts) : null;
  return rows.map(({ was, ...row }, index) => ({
    ...row,
    share: points && row.pence !== null ? { partPence: row.pence, wholePence, basisPoints: points[index]! } : null,
    changePence: row.pence === null || was === null ? null : row.pence - was,
  }));
}
