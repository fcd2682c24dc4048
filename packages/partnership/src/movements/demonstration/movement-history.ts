import { createHash } from 'node:crypto';
import {
  ADJOINING_AUTHORITIES,
  applyMove,
  CATEGORY_PROCEDURES,
  MovementPlanning,
  MovementMove,
  type MovementPermanence,
  MovementSide,
  passesResponsibility,
  PlacementApprover,
  PlacementDistance,
  scopeOfMove,
  TRANSITIONS,
  type MoveData,
  type Movement,
  type MovementCategory,
  type MovementEvent,
} from '@hub/contract';
import { DEMONSTRATION_OUTSIDE } from './authorities';
import { MOVEMENT_SCRIPTS } from './movement-scripts';
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
}

const HOUR = 3_600_000;
const END = Date.parse(`${DEMONSTRATION_UNTIL}T17:00:00Z`);
const SYSTEM_MOVES: readonly MovementMove[] = [MovementMove.ACKNOWLEDGE];

/** What happened to a movement: some way into one of the scripts, each move made by the procedure, some of them late. */
export function demonstrationHistory(seed: MovementSeed): MovementEvent[] {
  const random = seededRandom(`history/${seed.id}`);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const { route, conference } = CATEGORY_PROCEDURES[seed.category];
  const left = new Set([
    ...(conference === 'REQUIRED' ? [] : [MovementMove.HOLD_CONFERENCE]),
    ...(passesResponsibility(seed.category) ? [] : [MovementMove.ACCEPT_RESPONSIBILITY]),
  ]);
  const script = pick(MOVEMENT_SCRIPTS[route]);
  const moves = script.moves.filter((move) => !left.has(move));
  const isCut = random() < 0.3;
  const length = isCut ? Math.floor(random() * moves.length) : moves.length;
  let at = Date.parse(`${seed.day}T09:00:00Z`) + Math.floor(random() * 8) * HOUR;
  let movement = madeOf(null, eventOf(seed, MovementMove.NOTIFY, at, noticeData(seed, script.permanence, at, random)));
  for (const move of moves.slice(0, length)) {
    // Mostly within the week; now and then only after a month.
    at += (random() < 0.15 ? 20 + Math.floor(random() * 20) : Math.floor(random() * 7)) * 24 * HOUR + 2 * HOUR;
    if (at > END) break;
    movement = madeOf(movement, eventOf(seed, move, at, stepData(move, movement, at)));
  }
  return movement.history.map(({ event }) => event);
}

function madeOf(before: Movement | null, event: MovementEvent): Movement {
  const { movement, refusal } = applyMove(before, event);
  if (movement) return movement;
  throw new Error(`A script of the demonstration makes no procedure: ${event.move}, ${refusal.message}`);
}

function eventOf(
  { id, originCode, destinationCode }: MovementSeed,
  move: MovementMove,
  at: number,
  data: MoveData,
): MovementEvent {
  const side = TRANSITIONS.find((row) => row.move === move)!.side ?? MovementSide.ORIGIN;
  const authority = side === MovementSide.ORIGIN ? originCode : destinationCode;
  const person = scopeOfMove(move) === 'movements:approve' ? 'conference-chair' : 'duty-team';
  const role = SYSTEM_MOVES.includes(move) ? 'partnership-system' : person;
  return {
    ...{ id: uuidOf(`${id}/${move}/${at}`), movement: id, move, side, authority, role, data },
    person: `demonstration:${role}:${authority}`,
    occurredAt: new Date(at).toISOString(),
    recordedAt: new Date(at + HOUR / 60).toISOString(),
  };
}

function noticeData(seed: MovementSeed, permanence: MovementPermanence, at: number, random: () => number): MoveData {
  const { childPseudonym, category, originCode: origin, destinationCode: destination, movedOn } = seed;
  const { route } = CATEGORY_PROCEDURES[category];
  const planning = random() < 0.3 ? MovementPlanning.UNPLANNED : MovementPlanning.PLANNED;
  const names = {
    originName: DEMONSTRATION_OUTSIDE.get(origin),
    destinationName: DEMONSTRATION_OUTSIDE.get(destination),
  };
  return {
    ...{ childPseudonym, category, origin, destination, movedOn, permanence, planning },
    ...(names.originName !== undefined && { originName: names.originName }),
    ...(names.destinationName !== undefined && { destinationName: names.destinationName }),
    ...(planning === MovementPlanning.UNPLANNED && { becameAwareAt: new Date(at - 6 * HOUR).toISOString() }),
    ...(route === 'TRANSFER' && { hasStatutoryOrder: false }),
    ...(route === 'PLACEMENT' && {
      ...{ distance: distanceOf(origin, destination), isEmergency: random() < 0.3, placementStartsOn: movedOn },
    }),
    ...(category === 'HOMELESSNESS_TEMPORARY_ACCOMMODATION' && { accommodationAvailableOn: movedOn }),
  };
}

function distanceOf(origin: string, destination: string): PlacementDistance {
  const isNeighbour = ADJOINING_AUTHORITIES.get(origin)?.includes(destination);
  return isNeighbour ? PlacementDistance.OUT_OF_AREA : PlacementDistance.AT_A_DISTANCE;
}

function stepData(move: MovementMove, { placement, id }: Movement, at: number): MoveData {
  switch (move) {
    case MovementMove.SHARE_INFORMATION:
      return {
        transferPack: [{ title: 'Chronology', sha256: createHash('sha256').update(`${id}/${at}`).digest('hex') }],
      };
    case MovementMove.ACCEPT_RESPONSIBILITY:
      return { confirmation: `Letter of ${new Date(at).toISOString().slice(0, 10)}` };
    case MovementMove.APPROVE_PLACEMENT: {
      const isFar = placement?.distance === PlacementDistance.AT_A_DISTANCE;
      const { DIRECTOR_OF_CHILDRENS_SERVICES, NOMINATED_OFFICER } = PlacementApprover;
      return { approver: isFar ? DIRECTOR_OF_CHILDRENS_SERVICES : NOMINATED_OFFICER };
    }
    case MovementMove.RECORD_RETURN:
      return { returnedAt: new Date(at - HOUR).toISOString() };
    default:
      return { reason: 'Demonstration.' };
  }
}

/** In the shape of a random UUID, and always the same of the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
