import { PlacesRule, type Vacancy } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { bodies, seats } from '../governance-loaders';
import { allAppointments, appointmentsOn } from './seat-loaders';

/**
 * Seats that are not all filled at the end of a day: of those with exactly so many places, on a body of which an appointment
 * was recorded by then. Of a body without, nothing is known, and nothing is vacant.
 */
export async function vacanciesOn(context: SubgraphContext, on: string): Promise<Vacancy[]> {
  const [allBodies, allSeats, all, held] = await Promise.all([
    bodies(context),
    seats(context),
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
    .filter(({ bodyId, placesRule }) => known.has(bodyId) && placesRule === PlacesRule.EXACTLY)
    .map((seat) => ({
      ...{ seat, body: allBodies.find(({ id }) => id === seat.bodyId)! },
      filled: held.filter(({ seatId }) => seatId === seat.id).length,
    }))
    .filter(({ seat, filled }) => filled < (seat.places ?? 0));
}
