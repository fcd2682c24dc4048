import type { PeriodFigure, Queries, StandingFigure } from './figure';

/** What was published of a period. */
export interface PublishedPeriod<Published> {
  period: string;
  isSynthetic: boolean;
  numbers: Published[];
}

export const PUBLISHED_PERIODS = `
  SELECT period, is_synthetic AS "isSynthetic", numbers FROM movement_publication
  WHERE figure = $1 AND period BETWEEN $2 AND $3 ORDER BY period`;

/** What was published of a figure, of periods by name, in their order. */
export function publishedPeriods<Published>(
  dataSource: Queries,
  { name }: PeriodFigure<Published>,
  first: string,
  last: string,
): Promise<PublishedPeriod<Published>[]> {
  return dataSource.query(PUBLISHED_PERIODS, [name, first, last]);
}

/** What was last published of a figure of now, and when. */
export interface PublishedStanding<Published> {
  /** As ISO 8601 in UTC. */
  asOf: string;
  isSynthetic: boolean;
  numbers: Published;
}

/** Null where a figure of now was never published. */
export async function publishedStanding<Published>(
  dataSource: Queries,
  { name }: StandingFigure<Published>,
): Promise<PublishedStanding<Published> | null> {
  const [row] = await dataSource.query<{ publishedAt: Date; isSynthetic: boolean; numbers: Published }[]>(
    `SELECT published_at AS "publishedAt", is_synthetic AS "isSynthetic", numbers FROM movement_publication
     WHERE figure = $1 AND period = 'NOW'`,
    [name],
  );
  return row ? { asOf: row.publishedAt.toISOString(), isSynthetic: row.isSynthetic, numbers: row.numbers } : null;
}
