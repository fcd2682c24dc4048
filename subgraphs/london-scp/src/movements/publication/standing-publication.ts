import type { Queries, StandingFigure } from './figure';

/** What stands as it is now is published anew after so many days: by then more than one child may have come or gone. */
export const STANDING_DAYS = 7;

const IS_FRESH = `published_at > $2::timestamptz - make_interval(days => ${STANDING_DAYS})`;

/** Publishes a figure of now, unless that was done within the last seven days. */
export async function publishStanding(queries: Queries, { name, count }: StandingFigure, now: Date): Promise<void> {
  const fresh = await queries.query<unknown[]>(`SELECT 1 FROM movement_publication WHERE figure = $1 AND ${IS_FRESH}`, [
    name,
    now,
  ]);
  if (fresh.length > 0) return;
  await queries.query(
    `INSERT INTO movement_publication AS published (figure, period, published_at, is_synthetic, numbers)
     VALUES ($1, 'NOW', $2, EXISTS (SELECT 1 FROM child_movement WHERE is_synthetic), $3)
     ON CONFLICT (figure, period) DO UPDATE SET published_at = EXCLUDED.published_at,
       is_synthetic = EXCLUDED.is_synthetic, numbers = EXCLUDED.numbers
     WHERE NOT published.${IS_FRESH}`,
    [name, now, JSON.stringify(await count(queries, now))],
  );
}
