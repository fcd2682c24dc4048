import { ADJOINING_AUTHORITIES } from '../../directory/adjoining-authorities';
import type { MoveData } from './movement-event';
import { placementDistanceOf } from './placement-distance-of';
import type { Refused } from './refusal';
import { unknownAuthority } from './unknown-authority';

/**
 * What is wrong with a notice beyond its procedure and its dates: no such authorities, or another distance between them than
 * the map has. A partnership refuses all of it at once; the hub asks the same of what other systems send.
 *
 * @param day - the day of the notice, as `YYYY-MM-DD`
 */
export function refusalsOfNotice(data: MoveData, day: string): Refused[] {
  const found = [
    unknownAuthority('origin', data.origin, day),
    unknownAuthority('destination', data.destination, day),
    wrongDistance(data),
  ];
  return found.filter((refused) => refused !== null);
}

/** Of two authorities of London it is known whether they adjoin, which decides who must approve the placement. */
function wrongDistance({ origin, destination, distance }: MoveData): Refused | null {
  const neighbours = origin && ADJOINING_AUTHORITIES.get(origin);
  if (!distance || !neighbours || !destination || !ADJOINING_AUTHORITIES.has(destination)) return null;
  const known = placementDistanceOf(origin, destination, new Set(neighbours));
  if (known === null || known === distance) return null;
  const message = `From ${origin} to ${destination} it is ${known}. Say so.`;
  return { code: 'DISTANCE_WRONG', field: 'distance', message };
}
