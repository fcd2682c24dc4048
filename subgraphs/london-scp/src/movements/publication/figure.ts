import type { EntityManager } from 'typeorm';

/** Whatever runs statements. */
export type Queries = Pick<EntityManager, 'query'>;

/** What is counted over a period that is over, and published of it once. */
export interface PeriodFigure<Published = unknown> {
  name: string;
  cut: 'QUARTER' | 'YEAR';
  /**
   * Counts over periods, and makes safe what it found.
   *
   * @param from - the first day of the earliest period.
   * @param until - the last day of the latest.
   * @returns what is published of each period, in order. A period of which nothing is published need not be there.
   */
  count(queries: Queries, from: string, until: string): Promise<{ period: string; numbers: Published[] }[]>;
}

/** What stands as it is now, and is published as it was within the last seven days. */
export interface StandingFigure<Published = unknown> {
  name: string;
  /** Counts, and makes safe what it found. */
  count(queries: Queries, now: Date): Promise<Published>;
}
