import { BodyKind, PlacesRule, SeatCapacity, SupportPost, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../../demonstration/period';
import { seededRandom } from '../../demonstration/random';
import type { Facts } from '../../facts/facts';

type SeatFacts = Facts['bodies'][number]['seats'][number];

/** A lay member whose term ends in five weeks, one whose term is over and not renewed, and one in the midst of it. */
const DAYS_LEFT = [34, -47, 560];

/** What obligations look at of appointments: only that is demonstrated of posts and of bodies without seats. */
const lookedAt = ({ obligations }: Facts) =>
  obligations.flatMap(({ judgedBy }) =>
    'records' in judgedBy && judgedBy.records === 'APPOINTMENT' ? [judgedBy.of ?? []].flat() : [],
  );

/** Appointments to the seats of a document, to the posts that it speaks of, and to groups whose membership is agreed: by role, never by name. */
export function demonstrationAppointments(partnershipId: string, facts: Facts) {
  const wanted = new Set(lookedAt(facts));
  const posts = Object.values(SupportPost).filter((post) => wanted.has(post));
  const groups = facts.bodies.filter(({ kind, seats }) => wanted.has(kind) && seats.length === 0);
  const rows = [
    ...facts.bodies.flatMap((body) => body.seats.flatMap(inSeat)),
    ...posts.map((post) => ({ ...NOWHERE, post, roleTitle: titleOf(post), ...since(`post/${post}`) })),
    ...groups.flatMap(({ id: bodyId, kind }) =>
      (kind === BodyKind.SUBGROUP ? ['Head of safeguarding', 'Designated nurse'] : ['Practice lead']).map(
        (roleTitle) => {
          const { appointedOn } = since(`${bodyId}/${roleTitle}`);
          return { ...NOWHERE, bodyId, roleTitle, appointedOn, agreedOn: plusDays(appointedOn, -14) };
        },
      ),
    ),
  ];
  return rows.map(({ renewsPrevious, ...row }, index) => {
    const reference = `demonstration-${index + 1}`;
    const renewsReference = renewsPrevious ? `demonstration-${index}` : null;
    return { ...row, id: `${partnershipId}:appointment:${reference}`, reference, renewsReference, isSynthetic: true };
  });
}

const NOWHERE: {
  seatId: string | null;
  bodyId: string | null;
  post: SupportPost | null;
  agreedOn: string | null;
  endedOn: string | null;
  renewsPrevious: boolean;
} = { seatId: null, bodyId: null, post: null, agreedOn: null, endedOn: null, renewsPrevious: false };

/** Of each place of a seat somebody, and now and then nobody since the summer. */
function inSeat(seat: SeatFacts) {
  if (seat.capacity === SeatCapacity.ATTENDEE || seat.capacity === SeatCapacity.EX_OFFICIO) return [];
  const seatId = seat.id;
  const places = seat.placesRule === PlacesRule.UP_TO ? Math.min(seat.places ?? 1, 3) : (seat.places ?? 1);
  return Array.from({ length: places }, (_, place) => {
    const random = seededRandom(`appointments/${seatId}/${place}`);
    if (seat.termYears !== null) return termsOf(seatId, seat.termYears, place);
    const hasLeft = random() < 0.08;
    const roleTitle = seat.agency === null ? seat.title : 'Senior officer';
    const { appointedOn } = since(`${seatId}/${place}`);
    return [{ ...NOWHERE, seatId, appointedOn, endedOn: hasLeft ? '2026-07-24' : null, roleTitle }];
  }).flat();
}

/** The terms of a lay member; the third was there before, and was renewed. */
function termsOf(seatId: string, years: number, place: number) {
  const beganIn = (year: number) => plusDays(`${year}${DEMONSTRATION_UNTIL.slice(4)}`, DAYS_LEFT[place] ?? 300);
  const lay = { ...NOWHERE, seatId, roleTitle: 'Lay member' };
  const now = { ...lay, appointedOn: beganIn(2026 - years) };
  if (place !== 2) return [now];
  return [
    { ...lay, appointedOn: beganIn(2026 - 2 * years) },
    { ...now, renewsPrevious: true },
  ];
}

const since = (seed: string) => ({
  appointedOn: plusDays('2023-04-03', Math.floor(seededRandom(`since/${seed}`)() * 1000)),
});

const titleOf = (post: SupportPost) => post.charAt(0) + post.slice(1).toLowerCase().replaceAll('_', ' ');
