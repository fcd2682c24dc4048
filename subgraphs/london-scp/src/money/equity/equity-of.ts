import { LocalAuthority, Sector } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverageOf } from '../../directory/coverage';
import { coverages, partnerships } from '../../directory/directory-loaders';
import type { LedgerLine } from '../answered-ledgers';
import { EquityBasis } from './equity-basis';
import type { Equity } from './equity-type';
import { pledgedBy, pledgesToLondon } from './pledges';
import type { Share } from './share';
import { basisPointsOf } from './shares-of';

type Ledgers = ReadonlyMap<string, readonly LedgerLine[]>;

/**
 * Reduces the ledgers of this year and of the year before. Whole sums and shares are given only
 * where every partnership answered; a change only where both years are known.
 */
export async function equityOf(context: SubgraphContext, ledgers: Ledgers, previous: Ledgers): Promise<Equity> {
  const coverage = await coverageOf(context, new Set(ledgers.keys()));
  const isWhole = coverage.missing.length === 0;
  const wasWhole = (await coverageOf(context, new Set(previous.keys()))).missing.length === 0;
  const pledges = pledgesToLondon(ledgers);
  const before = pledgesToLondon(previous);
  const everybody = await partnerships(context);
  const covered = await coverages(context);

  const sectors = Object.values(Sector)
    .map((sector) => ({
      sector,
      pence: isWhole ? pledgedBy(pledges, (pledge) => pledge.sector === sector) : null,
      was: wasWhole ? pledgedBy(before, (pledge) => pledge.sector === sector) : null,
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
    totalPence: isWhole ? pledges.reduce((sum, { pence }) => sum + pence, 0) : null,
    bySector: withShareAndChange(sectors, isWhole),
    byPartnership: withShareAndChange(boroughs, isWhole),
  };
}

function withShareAndChange<Row extends { pence: number | null; was: number | null }>(
  rows: readonly Row[],
  isWhole: boolean,
): (Omit<Row, 'was'> & { share: Share | null; changePence: number | null })[] {
  const parts = rows.map(({ pence }) => pence ?? 0);
  const wholePence = parts.reduce((sum, part) => sum + part, 0);
  const points = isWhole ? basisPointsOf(parts) : null;
  return rows.map(({ was, ...row }, index) => ({
    ...row,
    share: points && row.pence !== null ? { partPence: row.pence, wholePence, basisPoints: points[index]! } : null,
    changePence: row.pence === null || was === null ? null : row.pence - was,
  }));
}
