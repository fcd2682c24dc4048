import type { Queries } from '../publication/figure';
import { STANDING_DAYS } from '../publication/standing-publication';
import type { MovementDisagreementCount } from './disagreement-count';

/** What was last published of disagreements: when, and which partnerships it rests on. */
export interface PublishedDisagreements {
  publishedAt: Date;
  /** Ids. */
  answered: string[];
  numbers: MovementDisagreementCount[];
}

/**
 * Published anew after the days of a figure of now; before, only where partnerships answered that had not, so that the
 * numbers of a day on which many were down do not stand for a week. Partnerships alone have the records, and answer when
 * they are asked: so this figure is counted by a question, and no more often for that.
 */
const PUBLISH = `
  WITH fresh AS (
    INSERT INTO movement_publication AS published (figure, period, published_at, is_synthetic, answered, numbers)
    VALUES ('DISAGREEMENTS', 'NOW', $1, EXISTS (SELECT 1 FROM child_movement WHERE is_synthetic), $2, $3)
    ON CONFLICT (figure, period) DO UPDATE SET published_at = EXCLUDED.published_at,
      is_synthetic = EXCLUDED.is_synthetic, answered = EXCLUDED.answered, numbers = EXCLUDED.numbers
    WHERE published.published_at <= EXCLUDED.published_at - make_interval(days => ${STANDING_DAYS})
      OR published.answered <@ EXCLUDED.answered AND NOT EXCLUDED.answered <@ published.answered
    RETURNING published_at AS "publishedAt", answered, numbers)
  SELECT * FROM fresh UNION ALL
  SELECT published_at, answered, numbers FROM movement_publication
  WHERE figure = 'DISAGREEMENTS' AND period = 'NOW' AND NOT EXISTS (SELECT 1 FROM fresh)`;

/**
 * What is published of disagreements, where these were found.
 *
 * @param answered - ids of the partnerships that answered.
 */
export async function publishedDisagreements(
  dataSource: Queries,
  numbers: readonly MovementDisagreementCount[],
  answered: readonly string[],
  now: Date,
): Promise<PublishedDisagreements> {
  const parameters = [now, answered, JSON.stringify(numbers)];
  // Of two that publish first, one sees neither its own row nor the other's: it asks again.
  const [published] = await dataSource.query<PublishedDisagreements[]>(PUBLISH, parameters);
  return published ?? publishedDisagreements(dataSource, numbers, answered, now);
}
