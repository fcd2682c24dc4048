import { createHash } from 'node:crypto';
import {
  ADJOINING_AUTHORITIES,
  applyMove,
  CATEGORY_PROCEDURES,
  MovementCategory,
  MovementPlanning,
  MovementMove,
  MovementSide,
  passesResponsibility,
  PlacementApprover,
  PlacementDistance,
  scopeOfMove,
  SendingMeans,
  TRANSITIONS,
  type MoveData,
  type Movement,
  type MovementEvent,
  plusDays,
} from '@hub/contract';
import { DEMONSTRATION_OUTSIDE } from './authorities';
import { MOVEMENT_SCRIPTS, type MovementScript, type ScriptStep } from './movement-scripts';
import { DEMONSTRATION_UNTIL } from '../../demonstration/period';
import { seededRandom } from '../../demonstration/random';

/** What is known of a movement before anything happens. */
export interface MovementSeed {
  id: string;
  childPseudonym: string;
  category: MovementCategory;
  originCode: string;
  destinationCode: string;
  movedOn: string;
  /** The day of the notice. */
  day: string;
  /** Whom it shares its history with, as brothers and sisters do. @default nobody */
  family?: string;
  /** Pseudonyms of brothers and sisters who move too. @default none */
  siblings?: readonly string[];
  /** Whether the child is to be the destination's soon, or is waited for: else it goes as it may. */
  course?: 'HANDED_OVER' | 'UNFINISHED' | undefined;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const END = Date.parse(`${DEMONSTRATION_UNTIL}T17:00:00Z`);
const { ACKNOWLEDGE, NOTIFY, RECORD_SENT_BY_HAND } = MovementMove;
/** What nobody has finished was notified in so many days before the end. */
const UNFINISHED_DAYS = 150;
const RECENT = plusDays(DEMONSTRATION_UNTIL, -UNFINISHED_DAYS);
const DOCUMENTS: Readonly<Partial<Record<MovementCategory, string>>> = {
  CHILD_PROTECTION_PLAN: 'Child protection plan',
  CHILD_IN_NEED_PLAN: 'Child in need plan',
  LOOKED_AFTER_PLACEMENT: 'Care plan',
  EARLY_HELP: 'Early help plan',
};

/** Whether a movement is of the last months, in which some wait for somebody, and some records are not kept up. */
export function isRecent({ day }: Pick<MovementSeed, 'day'>): boolean {
  return day >= RECENT;
}

/** What happened to a movement: one of the scripts, each move made by the procedure, up to the end of the demonstration. */
export function demonstrationHistory(seed: MovementSeed): MovementEvent[] {
  const random = seededRandom(`history/${seed.family ?? seed.id}`);
  const script = scriptOf(seed, random);
  let at = inOfficeHours(Date.parse(`${seed.day}T09:00:00Z`) + random() * 8 * HOUR);
  let movement = madeOf(null, eventOf(seed, NOTIFY, at, noticeData(seed, script, at, random)));
  for (const step of stepsOf(script, seed.category)) {
    at = instantOf(step, at, movement, random);
    if (at > END) break;
    movement = madeOf(movement, eventOf(seed, step.move, at, stepData(step, movement, at)));
  }
  const isOutside = [seed.originCode, seed.destinationCode].some((code) => DEMONSTRATION_OUTSIDE.has(code));
  if (isOutside && !script.isUnfinished) movement = madeOf(movement, sentByHand(seed, movement));
  return movement.history.map(({ event }) => event);
}

function scriptOf(seed: MovementSeed, random: () => number): MovementScript {
  const { category, course } = seed;
  const scripts = MOVEMENT_SCRIPTS[CATEGORY_PROCEDURES[category].route].filter(
    ({ of, isUnfinished, isHandedOver }) =>
      (of?.includes(category) ?? true) &&
      (isUnfinished ? isRecent(seed) : course !== 'UNFINISHED') &&
      (course !== 'HANDED_OVER' || isHandedOver),
  );
  let drawn = random() * scripts.reduce((sum, { weight }) => sum + weight, 0);
  return scripts.find(({ weight }) => (drawn -= weight) < 0) ?? scripts.at(-1)!;
}

/** The steps that a category has. */
function stepsOf({ steps }: MovementScript, category: MovementCategory): readonly ScriptStep[] {
  const left = new Set([
    ...(CATEGORY_PROCEDURES[category].conference === 'REQUIRED' ? [] : [MovementMove.HOLD_CONFERENCE]),
    ...(passesResponsibility(category) ? [] : [MovementMove.ACCEPT_RESPONSIBILITY]),
  ]);
  return steps.filter(({ move }) => !left.has(move));
}

/** When a step is taken: by a system at once, by people in their hours, and a placement begins on its day. */
function instantOf(
  { move, days: [least, most] }: ScriptStep,
  before: number,
  { placement, destination }: Movement,
  random: () => number,
): number {
  const drawn = before + (least + random() * (most - least)) * DAY;
  if (move === ACKNOWLEDGE && !DEMONSTRATION_OUTSIDE.has(destination)) return drawn + HOUR / 30;
  const begins = move === MovementMove.START_PLACEMENT ? Date.parse(`${placement!.startsOn}T10:00:00Z`) : 0;
  return Math.max(inOfficeHours(drawn + HOUR), begins);
}

/** The same instant, or the next at which somebody is at work. */
function inOfficeHours(at: number): number {
  const instant = new Date(at);
  const hour = instant.getUTCHours();
  if (hour < 8) instant.setUTCHours(8 + (hour % 4));
  if (hour > 17) instant.setUTCHours(32 + (hour % 4));
  const weekday = instant.getUTCDay();
  if (weekday === 6) instant.setUTCDate(instant.getUTCDate() + 2);
  if (weekday === 0) instant.setUTCDate(instant.getUTCDate() + 1);
  return instant.getTime();
}

function madeOf(before: Movement | null, event: MovementEvent): Movement {
  const { movement, refusal } = applyMove(before, event);
  if (movement) return movement;
  throw new Error(`A script of the demonstration makes no procedure: ${event.move}, ${refusal.message}`);
}

function eventOf(seed: MovementSeed, move: MovementMove, at: number, data: MoveData): MovementEvent {
  const { id, originCode, destinationCode } = seed;
  const side = TRANSITIONS.find((row) => row.move === move)!.side ?? insideOf(seed);
  const [authority, other] =
    side === MovementSide.ORIGIN ? [originCode, destinationCode] : [destinationCode, originCode];
  // Who is outside the hub has no system here: the other side records its steps, by its letters.
  const isOutside = DEMONSTRATION_OUTSIDE.has(authority);
  const person = scopeOfMove(move) === 'movements:approve' ? 'conference-chair' : 'duty-team';
  const role = move === ACKNOWLEDGE && !isOutside ? 'partnership-system' : person;
  return {
    ...{ id: uuidOf(`${id}/${move}/${at}`), movement: id, move, side, authority, role },
    person: `demonstration:${role}:${isOutside ? other : authority}`,
    occurredAt: new Date(at).toISOString(),
    recordedAt: new Date(at + HOUR / 60).toISOString(),
    data: isOutside ? { ...data, recordedBy: other, evidence: `Letter of ${dayOf(at)}` } : data,
  };
}

/** The side that speaks where either may. */
function insideOf({ originCode }: Pick<MovementSeed, 'originCode'>): MovementSide {
  return DEMONSTRATION_OUTSIDE.has(originCode) ? MovementSide.DESTINATION : MovementSide.ORIGIN;
}

/** That a side has sent by hand what the hub does not tell the other. */
function sentByHand(seed: MovementSeed, { history }: Movement): MovementEvent {
  const own = history.filter(({ event }) => event.side === insideOf(seed));
  const at = Date.parse(history.at(-1)!.event.occurredAt) + HOUR;
  const sends = own.map(({ event }) => event.id);
  return eventOf(seed, RECORD_SENT_BY_HAND, at, {
    ...{ sends, means: SendingMeans.SECURE_EMAIL, evidence: `Message of ${dayOf(at)}` },
  });
}

function noticeData(seed: MovementSeed, script: MovementScript, at: number, random: () => number): MoveData {
  const { childPseudonym, category, originCode: origin, destinationCode: destination, movedOn, siblings } = seed;
  const { route } = CATEGORY_PROCEDURES[category];
  const isEmergency = script.notice?.isEmergency ?? false;
  const { planning } = script.notice ?? {};
  const isFoundOut = planning === MovementPlanning.UNPLANNED || route === 'MISSING' || isEmergency;
  const isUnplanned = isFoundOut || random() < 0.3;
  const names = {
    originName: DEMONSTRATION_OUTSIDE.get(origin),
    destinationName: DEMONSTRATION_OUTSIDE.get(destination),
  };
  const isHoused = category === MovementCategory.HOMELESSNESS_TEMPORARY_ACCOMMODATION;
  // Accommodation was there before its notice, and an emergency before its own; another placement begins after it.
  const early = isHoused || route === 'MISSING' ? earliest(movedOn, seed.day) : movedOn;
  const day = route === 'PLACEMENT' ? placementDay(seed.day, isEmergency, random) : early;
  return {
    ...{ childPseudonym, category, origin, destination, movedOn: day, permanence: script.permanence },
    planning: isUnplanned ? MovementPlanning.UNPLANNED : MovementPlanning.PLANNED,
    ...(names.originName !== undefined && { originName: names.originName }),
    ...(names.destinationName !== undefined && { destinationName: names.destinationName }),
    ...(isUnplanned && { becameAwareAt: new Date(at - 6 * HOUR).toISOString() }),
    ...(siblings !== undefined && siblings.length > 0 && { siblings }),
    ...(route === 'TRANSFER' && { hasStatutoryOrder: false }),
    ...(route === 'PLACEMENT' && {
      ...{ distance: distanceOf(origin, destination), isEmergency, placementStartsOn: day },
    }),
    ...(isHoused && { accommodationAvailableOn: day }),
    ...script.notice,
  };
}

function earliest(one: string, other: string): string {
  return one < other ? one : other;
}

function placementDay(notified: string, isEmergency: boolean, random: () => number): string {
  return plusDays(notified, isEmergency ? -Math.floor(random() * 12) : 3 + Math.floor(random() * 18));
}

function distanceOf(origin: string, destination: string): PlacementDistance {
  const isNeighbour = ADJOINING_AUTHORITIES.get(origin)?.includes(destination);
  return isNeighbour ? PlacementDistance.OUT_OF_AREA : PlacementDistance.AT_A_DISTANCE;
}

function stepData({ move, reason }: ScriptStep, movement: Movement, at: number): MoveData {
  const { placement, id, category, notice } = movement;
  const said = reason === undefined ? {} : { reason };
  switch (move) {
    case MovementMove.SHARE_INFORMATION:
      return {
        transferPack: [DOCUMENTS[category] ?? 'Assessment', 'Chronology'].map((title) => ({
          ...{ title, sha256: createHash('sha256').update(`${id}/${title}/${at}`).digest('hex') },
        })),
      };
    case MovementMove.ACCEPT_RESPONSIBILITY:
      return { confirmation: `Letter of ${dayOf(at)}` };
    case MovementMove.APPROVE_PLACEMENT: {
      const isFar = placement?.distance === PlacementDistance.AT_A_DISTANCE;
      const { DIRECTOR_OF_CHILDRENS_SERVICES, NOMINATED_OFFICER } = PlacementApprover;
      return { approver: isFar ? DIRECTOR_OF_CHILDRENS_SERVICES : NOMINATED_OFFICER };
    }
    case MovementMove.RECORD_RETURN:
      return { returnedAt: new Date(at - HOUR / 2).toISOString() };
    case MovementMove.RECORD_STATUTORY_ORDER:
      return { hasStatutoryOrder: false };
    case MovementMove.AMEND_NOTICE:
      return { ...said, movedOn: plusDays(notice.movedOn!, -2) };
    case MovementMove.END_CIRCUMSTANCE:
      return { ...said, circumstance: notice.circumstances![0]! };
    case MovementMove.CLOSE:
      return passesResponsibility(category) && reason === undefined
        ? {}
        : { reason: reason ?? 'The young person has settled in.' };
    default:
      return said;
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** In the shape of a random UUID, and always the same of the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
