import { QuorumRule, Sector, financialYearBounds } from '@hub/contract';
import type { Facts } from '../facts/facts';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

const STATUTORY = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

/** Meetings a year of a body whose document speaks of a frequency and states no number: the demonstration's, and nobody's rule. */
const WITHOUT_A_NUMBER = 6;

/** Meetings of every body whose frequency is stated: as often as stated, now and then one missed or inquorate. */
export function demonstrationMeetings(facts: Facts) {
  return facts.bodies.flatMap((body) => {
    const perYear = body.meetsTimesPerYear ?? (body.meetingFrequency === null ? null : WITHOUT_A_NUMBER);
    if (perYear === null) return [];
    const random = seededRandom(`meetings/${body.id}`);
    return DEMONSTRATION_YEARS.flatMap((year) =>
      Array.from({ length: perYear }, (_, index) => {
        const heldOn = plusDays(financialYearBounds(year).from, Math.floor(((index + 0.5) * 365) / perYear));
        const isHeld = random() > 0.06;
        const isFull = random() > (body.quorum === QuorumRule.NOT_SPECIFIED ? 0.2 : 0.1);
        const absent = STATUTORY[Math.floor(random() * STATUTORY.length)]!;
        return {
          id: `${body.id}:${heldOn}`,
          bodyId: body.id,
          heldOn,
          isHeld: isHeld && heldOn <= DEMONSTRATION_UNTIL,
          sectorsRepresented: STATUTORY.filter((sector) => isFull || sector !== absent),
        };
      }),
    )
      .filter(({ isHeld }) => isHeld)
      .map(({ isHeld: _, ...meeting }) => ({ ...meeting, isSynthetic: true }));
  });
}
