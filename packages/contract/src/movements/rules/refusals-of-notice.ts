import { ADJOINING_AUTHORITIES } from '../../directory/adjoining-authorities';
import { PlacementDistance } from '../placement-distance';
import { isAbroad, UNKNOWN_ORIGIN } from './elsewhere';
import type { MoveData } from './movement-event';
import { passesResponsibility } from './movement-route';
import { placementDistanceOf } from './placement-distance-of';
import type { Refused } from './refusal';
import { notUnborn } from './unborn-child';
import { unknownAuthority } from './unknown-authority';

/**
 * What is wrong with a notice beyond its procedure and its dates: no such authorities, another distance between them than the
 * map has, or a child of whom such a notice cannot be. A partnership refuses all of it at once; the hub asks the same of what
 * other systems send.
 *
 * @param day - the day of the notice, as `YYYY-MM-DD`
 */
export function refusalsOfNotice(data: MoveData, day: string): Refused[] {
  const found = [
    unknownAuthority('origin', data.origin, day),
    unknownAuthority('destination', data.destination, day),
    nobodyToKeepIt(data),
    notUnborn(data),
    wrongDistance(data),
  ];
  return found.filter((refused) => refused !== null);
}

/** By some movements the origin stays responsible: who that is must be known. */
function nobodyToKeepIt({ origin, category }: MoveData): Refused | null {
  if (origin !== UNKNOWN_ORIGIN || category === undefined || passesResponsibility(category)) return null;
  const message = `The origin stays responsible in a movement of category ${category}. Name it, or record the arrival.`;
  return { code: 'REQUIRED', field: 'origin', message };
}

/**
 * Of two authorities of London it is known whether they adjoin, which decides who must approve the placement; and none adjoins
 * another country.
 */
function wrongDistance({ origin, destination, distance }: MoveData): Refused | null {
  if (distance === PlacementDistance.OUT_OF_AREA && [origin, destination].some((code) => code && isAbroad(code))) {
    const message = `No authority adjoins another country: it is ${PlacementDistance.AT_A_DISTANCE}. Say so.`;
    return { code: 'DISTANCE_WRONG', field: 'distance', message };
  }
  const neighbours = origin && ADJOINING_AUTHORITIES.get(origin);
  if (!distance || !neighbours || !destination || !ADJOINING_AUTHORITIES.has(destination)) return null;
  const known = placementDistanceOf(origin, destination, new Set(neighbours));
  if (known === null || known === distance) return null;
  const message = `From ${origin} to ${destination} it is ${known}. Say so.`;
  return { code: 'DISTANCE_WRONG', field: 'distance', message };
}
