import { todayInLondon } from '@hub/contract';
import { childrenMovedOften } from '../counts/children-moved-often';
import { disputedMovements } from '../counts/disputed-movements';
import { movementCounts } from '../counts/movement-count';
import { movementFlows } from '../counts/movement-flow';
import { movementTimeliness } from '../counts/movement-timeliness';
import { overdueMovements } from '../counts/overdue-movements';
import { unapprovedPlacements } from '../counts/unapproved-placements';
import { undeliveredCounts } from '../exchange/undelivered-counts';
import { duePeriods } from './due-periods';
import type { PeriodFigure, Queries, StandingFigure } from './figure';
import { publishStanding } from './standing-publication';

export const PERIOD_FIGURES: readonly PeriodFigure[] = [movementCounts, movementFlows, movementTimeliness];
export const STANDING_FIGURES: readonly StandingFigure[] = [
  ...[overdueMovements, disputedMovements, unapprovedPlacements, childrenMovedOften, undeliveredCounts],
];

/**
 * Publishes what has come due: each period once, and what stands as it is now where it was last published seven days ago or
 * longer. By the clock alone: no question has a number counted. Safe with several processes of the hub.
 *
 * @param now - the instant that it is.
 */
export async function publishFigures(queries: Queries, now: Date): Promise<void> {
  const [{ earliest }] = await queries.query<[{ earliest: string | null }]>(
    `SELECT to_char(min(notified_on), 'YYYY-MM-DD') AS earliest FROM child_movement`,
  );
  if (earliest !== null) for (const figure of PERIOD_FIGURES) await publishPeriods(queries, figure, earliest, now);
  for (const figure of STANDING_FIGURES) await publishStanding(queries, figure, now);
}

async function publishPeriods(
  queries: Queries,
  { name, cut, count }: PeriodFigure,
  earliest: string,
  now: Date,
): Promise<void> {
  const due = duePeriods(cut, earliest, todayInLondon(now));
  const published = await queries.query<{ period: string }[]>(
    'SELECT period FROM movement_publication WHERE figure = $1',
    [name],
  );
  const missing = due.filter(({ name: period }) => !published.some((one) => one.period === period));
  if (missing.length === 0) return;
  const counted = await count(queries, missing[0]!.from, missing.at(-1)!.to);
  const numbersOf = (period: string) => counted.find((one) => one.period === period)?.numbers ?? [];
  await queries.query(
    `INSERT INTO movement_publication (figure, period, published_at, is_synthetic, numbers)
     SELECT $1, period, $2, EXISTS (SELECT 1 FROM child_movement WHERE is_synthetic), numbers
     FROM jsonb_to_recordset($3::jsonb) AS due (period text, numbers jsonb) ON CONFLICT DO NOTHING`,
    [name, now, JSON.stringify(missing.map(({ name: period }) => ({ period, numbers: numbersOf(period) })))],
  );
}
