import { PlacesRule, SeatCapacity, type Vacancy } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { bodies, seats } from '../governance-loaders';
import type { SeatRecord } from '../seat-record';
import { allAppointments, appointmentsOn } from './seat-loaders';

/** Who may come, and need not: nobody is missing where such a seat is empty (LAM-09, TRI-10, RED-16). */
const NEED_NOT_COME: readonly SeatCapacity[] = [SeatCapacity.ATTENDEE, SeatCapacity.CO_OPTED, SeatCapacity.EX_OFFICIO];

/**
 * Seats that are not filled at the end of a day, on a body of which an appointment was recorded by then: of exactly so many
 * places fewer, or nobody where no number is stated. Of a body without appointments nothing is known, and nothing is vacant.
 */
export async function vacanciesOn(context: SubgraphContext, on: string): Promise<Vacancy[]> {
  const [allBodies, allSeats, all, held] = await Promise.all([
    bodies(context, on),
    seats(context, on),
    allAppointments(context),
    appointmentsOn(context, on),
  ]);
  const known = new Set(
    all.flatMap(({ seatId, appointedOn }) => {
      const seat = allSeats.find(({ id }) => id === seatId);
      return seat && appointedOn <= on ? [seat.bodyId] : [];
    }),
  );
  return allSeats
    .filter(({ bodyId, capacity }) => known.has(bodyId) && !NEED_NOT_COME.includes(capacity))
    .map((seat) => ({
      ...{ seat, body: allBodies.find(({ id }) => id === seat.bodyId)! },
      filled: held.filter(({ seatId }) => seatId === seat.id).length,
    }))
    .filter(({ seat, filled }) => filled < leastOf(seat));
}

/** How many places of a seat are to be filled. */
function leastOf({ places, placesRule }: SeatRecord): number {
  if (placesRule === PlacesRule.UP_TO) return 0;
  return placesRule === PlacesRule.EXACTLY ? (places ?? 1) : 1;
}
