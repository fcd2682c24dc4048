import { financialYearBounds, QuorumRule, Sector, plusDays } from '@hub/contract';
import { DEMONSTRATION_YEARS } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';

const STATUTORY = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

/** Meetings a year of a body whose document speaks of a frequency and states no number: the demonstration's, and nobody's rule. */
const WITHOUT_A_NUMBER = 6;

/** A day in the calendar of a body. */
export interface DemonstrationDay {
  body: Facts['bodies'][number];
  /** As `YYYY-MM-DD`. */
  day: string;
  /** Whether it met then, if the day has come. */
  isHeld: boolean;
  /** The sector whose statutory partner did not come; null where all did. */
  absent: Sector | null;
}

/** Days of every body whose frequency is stated: as often as stated, now and then one missed or without a partner. */
export function demonstrationDays({ bodies }: Facts): DemonstrationDay[] {
  return bodies.flatMap((body) => {
    const perYear = body.meetsTimesPerYear ?? (body.meetingFrequency === null ? null : WITHOUT_A_NUMBER);
    if (perYear === null) return [];
    const random = seededRandom(`meetings/${body.id}`);
    return DEMONSTRATION_YEARS.flatMap((year) =>
      Array.from({ length: perYear }, (_, index) => {
        const day = plusDays(financialYearBounds(year).from, Math.floor(((index + 0.5) * 365) / perYear));
        const isHeld = random() > 0.06;
        const isFull = random() > (body.quorum === QuorumRule.NOT_SPECIFIED ? 0.2 : 0.1);
        const absent = STATUTORY[Math.floor(random() * STATUTORY.length)]!;
        return { body, day, isHeld, absent: isFull ? null : absent };
      }),
    );
  });
}

/** Reference of a meeting of the demonstration, planned or held. */
export const referenceOf = ({ body, day }: Pick<DemonstrationDay, 'body' | 'day'>) => `${body.id}/${day}`;
