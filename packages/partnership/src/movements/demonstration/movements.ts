import { createHash } from 'node:crypto';
import {
  LONDON_AUTHORITIES,
  MovementCategory,
  passesResponsibility,
  quarterBounds,
  quarterOf,
  todayInLondon,
  type MovementEvent,
  plusDays,
} from '@hub/contract';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OUTSIDE } from './authorities';
import { CORRIDORS } from './corridors';
import { demonstrationHistory, type MovementSeed } from './movement-history';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS } from '../../demonstration/period';
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

/** In each quarter so many families go from anywhere to anywhere. */
const SCATTERED = 10;
/** One family in so many moves on, and then perhaps again. */
const ONWARD = 1 / 10;
/** One family in so many has two children who move. */
const TWO_CHILDREN = 1 / 8;
/** So many families have moved on and on in the last months. */
const UNSETTLED = 12;
/** So many children on a plan, of each of three corridors, have been waited for since the summer. */
const WAITED_FOR = 7;
/** Of so many children two authorities say that they are responsible. */
const CLAIMED = 6;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FIRST_DAY = `${DEMONSTRATION_YEARS[0].slice(0, 4)}-04-01`;
/** A notice that is given on it is given in time, whatever weekday it is. */
const LAST_DAY = plusDays(DEMONSTRATION_UNTIL, -2);
const CATEGORIES = Object.values(MovementCategory);
const OUTSIDE = [...DEMONSTRATION_OUTSIDE.keys()];
/** These are of a child alone. */
const ALONE: readonly MovementCategory[] = [
  ...[MovementCategory.LOOKED_AFTER_PLACEMENT, MovementCategory.CARE_LEAVER, MovementCategory.MISSING],
];

/** A family that moves: from where to where, when, and in what situation. */
interface Move {
  /** By name: pseudonyms are made of words. */
  family: string;
  originCode: string;
  destinationCode: string;
  /** The day of the notice. */
  day: string;
  category: MovementCategory;
  course?: MovementSeed['course'];
}

/**
 * Movements over the whole period of the demonstration data, the same at every call: London and partnerships share them. They
 * are made anew each time, since each process wants them once, at its start.
 *
 * @param authorities - GSS codes in one of which they start or end. @default all
 */
export function demonstrationMovements(authorities?: readonly string[]): readonly DemonstrationMovement[] {
  const random = seededRandom('movements');
  return [
    ...alongCorridors(random),
    ...scattered(random),
    ...unsettled(random),
    ...waitedFor(random),
    ...claimed(random),
  ]
    .filter(({ day }) => day <= LAST_DAY)
    .flatMap(childrenOf)
    .filter(
      ({ originCode, destinationCode }) =>
        !authorities || authorities.includes(originCode) || authorities.includes(destinationCode),
    )
    .map((seed) => {
      const events = demonstrationHistory(seed);
      const { id, childPseudonym, originCode, destinationCode } = seed;
      const { occurredAt, data } = events[0]!;
      const days = { notifiedOn: todayInLondon(new Date(occurredAt)), movedOn: data.movedOn! };
      return { id, childPseudonym, originCode, destinationCode, ...days, events };
    });
}

/** Families of every quarter along the corridors; some move on from where they came to. */
function alongCorridors(random: () => number): Move[] {
  return quarters().flatMap(({ quarter, from, to }, number) =>
    CORRIDORS.flatMap(({ originCode, destinationCode, perQuarter, categories }, corridor) =>
      Array.from({ length: perQuarter - 1 + Math.floor(random() * 3) }, (_, index) => {
        const category = categories[(number * perQuarter + index) % categories.length]!;
        const day = plusDays(from, Math.floor(random() * daysBetween(from, to)));
        const first = { family: `family ${index} of ${quarter} along ${corridor}`, day, category };
        const move = { ...first, originCode, destinationCode };
        return passesResponsibility(category) && random() < ONWARD ? movingOn(move, 2, random) : [move];
      }).flat(),
    ),
  );
}

/** Families from here to there, in every situation. */
function scattered(random: () => number): Move[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  return quarters().flatMap(({ quarter, from, to }) =>
    Array.from({ length: SCATTERED }, (_, index) => {
      const near = pick(DEMONSTRATION_AUTHORITIES);
      const among = pick([DEMONSTRATION_AUTHORITIES, LONDON_AUTHORITIES, LONDON_AUTHORITIES, OUTSIDE]);
      const far = pick(among.filter((code) => code !== near));
      const [originCode, destinationCode] = random() < 0.5 ? [near, far] : [far, near];
      const day = plusDays(from, Math.floor(random() * daysBetween(from, to)));
      const category = CATEGORIES[index % CATEGORIES.length]!;
      return { family: `family ${index} of ${quarter}`, originCode, destinationCode, day, category };
    }),
  );
}

/** Families without a home, who moved three or four times in the last months. */
function unsettled(random: () => number): Move[] {
  const category = MovementCategory.HOMELESSNESS_TEMPORARY_ACCOMMODATION;
  return Array.from({ length: UNSETTLED }, (_, index) => {
    const { originCode, destinationCode } = CORRIDORS[index % 2]!;
    const day = plusDays(DEMONSTRATION_UNTIL, -240 + Math.floor(random() * 40));
    return movingOn({ family: `unsettled family ${index}`, originCode, destinationCode, day, category }, 4, random);
  }).flat();
}

/** Children on a plan who came from inner London since the summer, and of whom something has not been done. */
function waitedFor(random: () => number): Move[] {
  const category = MovementCategory.CHILD_PROTECTION_PLAN;
  const ways = CORRIDORS.filter(
    ({ destinationCode, categories }) =>
      LONDON_AUTHORITIES.includes(destinationCode) &&
      categories[0] === MovementCategory.HOMELESSNESS_TEMPORARY_ACCOMMODATION,
  );
  return ways.flatMap(({ originCode, destinationCode }, way) =>
    Array.from({ length: WAITED_FOR }, (_, index): Move => {
      const day = plusDays(DEMONSTRATION_UNTIL, -130 + Math.floor(random() * 110));
      const family = `family ${index} that is waited for along ${way}`;
      return { family, originCode, destinationCode, day, category, course: 'UNFINISHED' };
    }),
  );
}

/** Children whom Lambeth moves to Croydon, and of whom Redbridge says that it is responsible. */
function claimed(random: () => number): Move[] {
  const category = MovementCategory.CHILD_IN_NEED_PLAN;
  return Array.from({ length: CLAIMED }, (_, index): Move[] => {
    const day = plusDays(DEMONSTRATION_UNTIL, -60 + Math.floor(random() * 20));
    const family = `claimed family ${index}`;
    return [
      { family, originCode: 'E09000022', destinationCode: 'E09000008', day, category, course: 'UNFINISHED' },
      {
        ...{ family, originCode: 'E09000026', destinationCode: 'E09000016', category },
        ...{ day: plusDays(day, 10 + Math.floor(random() * 20)), course: 'UNFINISHED' },
      },
    ];
  }).flat();
}

/** A family that moves, and on from there: each time it is the destination's before it goes. */
function movingOn(first: Move, most: number, random: () => number): Move[] {
  const moves = [first];
  for (
    let last = first;
    moves.length < most && !DEMONSTRATION_OUTSIDE.has(last.destinationCode);
    last = moves.at(-1)!
  ) {
    const day = plusDays(last.day, 45 + Math.floor(random() * 20));
    if (day > LAST_DAY) break;
    moves.push({ ...last, day, originCode: last.destinationCode, destinationCode: onwardFrom(last, random) });
  }
  return moves.map((move, index) => (index < moves.length - 1 ? { ...move, course: 'HANDED_OVER' } : move));
}

/** To where a family goes on that came by a move: along a corridor, or to another partnership of the directory. */
function onwardFrom({ originCode, destinationCode }: Move, random: () => number): string {
  const along = CORRIDORS.filter(
    ({ originCode: from, categories }) => from === destinationCode && !categories.some((one) => ALONE.includes(one)),
  ).map((corridor) => corridor.destinationCode);
  const others = (ways: readonly string[]) => ways.filter((code) => ![originCode, destinationCode].includes(code));
  const onward = others(along).length > 0 ? others(along) : others(DEMONSTRATION_AUTHORITIES);
  return onward[Math.floor(random() * onward.length)]!;
}

/** A movement for each child of a family that moves: one history, and each child's own id. */
function childrenOf({ family, day, ...move }: Move): MovementSeed[] {
  const random = seededRandom(`${family}/${move.originCode}/${move.destinationCode}/${day}`);
  const isAlone = ALONE.includes(move.category) || seededRandom(family)() >= TWO_CHILDREN;
  const children = (isAlone ? [''] : ['', ', the younger child']).map((which) =>
    pseudonymOfDemonstration(`${family}${which}`),
  );
  // One in three is told of late, by weeks or months.
  const movedOn = plusDays(day, random() < 0.35 ? -15 - Math.floor(random() * 90) : 5 - Math.floor(random() * 16));
  return children.map((childPseudonym) => ({
    ...{ id: movementId(random), childPseudonym, day, movedOn, family: `${family}/${day}`, ...move },
    siblings: children.filter((child) => child !== childPseudonym),
  }));
}

function movementId(random: () => number): string {
  const character = () => CROCKFORD[Math.floor(random() * CROCKFORD.length)]!;
  return `movement:01${Array.from({ length: 24 }, character).join('')}`;
}

/** The quarters of the demonstration; the last goes on after its end. */
function quarters(): { quarter: string; from: string; to: string }[] {
  const found = [];
  for (let day = FIRST_DAY; day <= DEMONSTRATION_UNTIL; day = plusDays(found.at(-1)!.to, 1)) {
    const quarter = quarterOf(day);
    found.push({ quarter, ...quarterBounds(quarter) });
  }
  return found;
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

/** Of the shape of a pseudonym, made of words and no NHS number: there is no child behind it. */
export function pseudonymOfDemonstration(name: string): string {
  return `p1:1:${createHash('sha256').update(name).digest('base64url')}`;
}
