import { SeatCapacity } from '@hub/contract';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';
import { type DemonstrationDay, referenceOf } from './demonstration-days';
import type { Attendee } from './meeting-record';

/**
 * Who came to a demonstration meeting: the statutory partners but the absent one, most others, now and then a delegate, of whom
 * not every one has the authority. The first and the third meeting in four have the leads of the partners.
 */
export function demonstrationAttendance(
  day: DemonstrationDay,
  place: number,
  { termsOfReference: { authorityTests }, statutoryPartners }: Facts,
): Attendee[] {
  const random = seededRandom(`attendance/${referenceOf(day)}`);
  const tests = authorityTests.map(({ id }) => id);
  const isLed = place % 2 === 0 && day.absent === null;
  return day.body.seats.flatMap(({ id: seatId, agency, title, sector, capacity, isStatutoryPartner }): Attendee[] => {
    const [comes, sends, may, drops] = [random(), random(), random(), random()];
    const isAbsent = isStatutoryPartner ? sector === day.absent : comes > 0.85;
    // Virtual members are called in where relevant (TRI-11).
    if (isAbsent || capacity === SeatCapacity.VIRTUAL_MEMBER) return [];
    const isLead = isLed && statutoryPartners.some((partner) => partner.agency === agency);
    const isDelegate = agency !== null && !isLead && sends < 0.15;
    const dropped = may < 0.2 ? Math.floor(drops * tests.length) : -1;
    return [
      {
        ...{ agencyId: agency, seatId, isDelegate },
        capacity: isLead ? SeatCapacity.LEAD_MEMBER : capacity,
        role: agency === null ? title : isLead ? 'Lead safeguarding partner' : isDelegate ? 'Deputy' : 'Senior officer',
        authorityTests: isDelegate ? tests.filter((_, index) => index !== dropped) : [],
      },
    ];
  });
}
