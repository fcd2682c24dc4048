import { SeatCapacity } from './seat-capacity';

/** In what capacities one who comes stands for an agency: observers, attendees, co-opted and virtual members do not. */
export const REPRESENTING: readonly string[] = [
  ...[SeatCapacity.MEMBER, SeatCapacity.LEAD_MEMBER, SeatCapacity.EX_OFFICIO],
  ...[SeatCapacity.LEAD_SAFEGUARDING_PARTNER, SeatCapacity.DELEGATED_SAFEGUARDING_PARTNER],
];

/** One who came, as far as that decides whether an agency was represented. */
export interface Attending {
  /** Null of one who stands for no agency. */
  agencyId: string | null;
  capacity: SeatCapacity | `${SeatCapacity}`;
  isDelegate: boolean;
  /** Ids of the tests of authority that a delegate meets. */
  authorityTests: readonly string[];
}

/**
 * Whether one who came represents an agency. A delegate without every test that the document states does not.
 *
 * Sources: LON-26, LAM-05, TRI-09, RED-17.
 *
 * @param tests - ids of the tests that the document states; none where it states none
 */
export function isRepresentation(
  { agencyId, capacity, isDelegate, authorityTests }: Attending,
  tests: readonly string[],
): boolean {
  if (agencyId === null || !REPRESENTING.includes(capacity)) return false;
  return !isDelegate || tests.every((test) => authorityTests.includes(test));
}
