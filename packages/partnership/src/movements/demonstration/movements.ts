import { createHash } from 'node:crypto';
import {
  LONDON_AUTHORITIES,
  MovementCategory,
  quarterBounds,
  quarterOf,
  todayInLondon,
  type MovementEvent,
} from '@hub/contract';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OUTSIDE } from './authorities';
import { demonstrationHistory } from './movement-history';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays } from '../../demonstration/period';
import { seededRandom } from '../../demonstration/random';

/** A movement of the demonstration data, as both of its sides know it. */
export interface DemonstrationMovement {
  id: string;
  childPseudonym: string;
  originCode: string;
  destinationCode: string;
  notifiedOn: string;
  movedOn: string;
  /** What happened, as the hub recorded it: the movement is what follows from it. */
  events: readonly MovementEvent[];
}

const COUNT = 180;

/**
 * Between these so many move in each quarter, as families do into accommodation further east: what is published as numbers
 * begins at five or ten, and here there is something to see.
 */
const CORRIDORS: readonly { originCode: string; destinationCode: string; categories: readonly MovementCategory[] }[] = [
  { originCode: 'E09000022', destinationCode: 'E09000026', categories: mixed(11) },
  { originCode: 'E09000033', destinationCode: 'E09000026', categories: mixed(7) },
  { originCode: 'E09000013', destinationCode: 'E09000016', categories: mixed(6) },
  {
    ...{ originCode: 'E09000013', destinationCode: 'E10000016' },
    categories: Array.from({ length: 3 }, () => MovementCategory.LOOKED_AFTER_PLACEMENT),
  },
];
/** So many children of each quarter move along the first three of them. */
const MOVED_OFTEN = 2;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FIRST_DAY = `${DEMONSTRATION_YEARS[0].slice(0, 4)}-04-01`;
const CATEGORIES = Object.values(MovementCategory);
const OUTSIDE = [...DEMONSTRATION_OUTSIDE.keys()];

/** What is known of a movement before anything happens. */
type Planned = Omit<DemonstrationMovement, 'notifiedOn' | 'events'> & Pick<Moving, 'day' | 'category'>;

/**
 * Movements over the whole period of the demonstration data, the same at every call: London and partnerships share them. They
 * are made anew each time, since each process wants them once, at its start.
 *
 * @param authorities - GSS codes in one of which they start or end. @default all
 */
export function demonstrationMovements(authorities?: readonly string[]): readonly DemonstrationMovement[] {
  return [...scattered(), ...alongCorridors()]
    .filter(
      ({ originCode, destinationCode }) =>
        !authorities || authorities.includes(originCode) || authorities.includes(destinationCode),
    )
    .map(({ day, category, ...movement }) => {
      const events = demonstrationHistory({ ...movement, day, category });
      return { ...movement, notifiedOn: todayInLondon(new Date(events[0]!.occurredAt)), events };
    });
}

/** Movements from here to there, of every category. */
function scattered(): Planned[] {
  const random = seededRandom('movements');
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const days = daysBetween(FIRST_DAY, DEMONSTRATION_UNTIL);
  return Array.from({ length: COUNT }, (_, child) => {
    const near = pick(DEMONSTRATION_AUTHORITIES);
    const among = pick([DEMONSTRATION_AUTHORITIES, DEMONSTRATION_AUTHORITIES, LONDON_AUTHORITIES, OUTSIDE]);
    const far = pick(among.filter((code) => code !== near));
    const [originCode, destinationCode] = random() < 0.5 ? [near, far] : [far, near];
    const day = plusDays(FIRST_DAY, Math.floor(random() * days));
    const category = CATEGORIES[child % CATEGORIES.length]!;
    return movementOf({ child: `demonstration child ${child}`, originCode, destinationCode, day, category }, random);
  });
}

/** Movements of every whole quarter along the corridors. */
function alongCorridors(): Planned[] {
  const random = seededRandom('movements along corridors');
  const movements: Planned[] = [];
  for (let day = FIRST_DAY; quarterBounds(quarterOf(day)).to <= DEMONSTRATION_UNTIL;) {
    const quarter = quarterOf(day);
    const { from, to } = quarterBounds(quarter);
    CORRIDORS.forEach(({ originCode, destinationCode, categories }, corridor) =>
      categories.forEach((category, index) => {
        const isOften = index < MOVED_OFTEN && corridor < 3;
        const child = `demonstration child ${index} of ${quarter}${isOften ? '' : ` along ${corridor}`}`;
        const notified = plusDays(from, Math.floor(random() * daysBetween(from, to)));
        movements.push(movementOf({ child, originCode, destinationCode, day: notified, category }, random));
      }),
    );
    day = plusDays(to, 1);
  }
  return movements;
}

/** Half of them families without a home, half children on a plan. */
function mixed(count: number): MovementCategory[] {
  const { HOMELESSNESS_TEMPORARY_ACCOMMODATION, CHILD_PROTECTION_PLAN } = MovementCategory;
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? HOMELESSNESS_TEMPORARY_ACCOMMODATION : CHILD_PROTECTION_PLAN,
  );
}

interface Moving {
  /** By name: it is made of words. */
  child: string;
  originCode: string;
  destinationCode: string;
  /** The day of the notice. */
  day: string;
  category: MovementCategory;
}

function movementOf({ child, originCode, destinationCode, day, category }: Moving, random: () => number): Planned {
  const character = () => CROCKFORD[Math.floor(random() * CROCKFORD.length)]!;
  return {
    id: `movement:01${Array.from({ length: 24 }, character).join('')}`,
    childPseudonym: pseudonymOfDemonstration(child),
    ...{ originCode, destinationCode, day, category },
    movedOn: plusDays(day, Math.floor(random() * 21) - 7),
  };
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

/** Of the shape of a pseudonym, made of words and no NHS number: there is no child behind it. */
export function pseudonymOfDemonstration(name: string): string {
  return `p1:1:${createHash('sha256').update(name).digest('base64url')}`;
}
