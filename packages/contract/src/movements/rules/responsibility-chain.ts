import { MovementMove } from '../movement-move';
import { MovementState } from '../movement-state';
import { amendedNotice } from './amendment';
import { responsibleByNotice, UNKNOWN_ORIGIN } from './elsewhere';
import { later } from './instants';
import type { Movement, MovementStep, ResponsibilityPeriod } from './movement';
import type { MoveData, MovementEvent } from './movement-event';
import { passesResponsibility } from './movement-route';
import { refuse, type MoveRefusal } from './refusal';
import { hasEnded } from './stages';

/** Who was responsible for a child, and by which movement that began. */
export interface ChainPeriod extends ResponsibilityPeriod {
  /** Id of the movement. */
  movement: string;
  /**
   * GSS code of the authority on whose word alone it is so, since it recorded the step for one outside the hub; null where the
   * authority itself did.
   */
  onWordOf: string | null;
}

/** An authority's claim to be responsible for a child, while another is. */
export interface ResponsibilityClaim {
  /** Id of the movement that makes it: a claim a movement. */
  movement: string;
  /** GSS code. */
  claimant: string;
  /** When the hub recorded what makes it. */
  since: string;
  /** When it was settled; null until then. */
  settledAt: string | null;
  /** How; null until then. `CONFIRMED`: the claimant is responsible. `WITHDRAWN`: it is not, as it says itself. */
  settlement: 'CONFIRMED' | 'WITHDRAWN' | null;
}

/** Who is responsible for a child, whatever movements it has: one chain, and what is claimed beside it. */
export interface ResponsibilityChain {
  /** Without gap and overlap, from the first notice on. */
  periods: readonly ChainPeriod[];
  /** In the order in which they were made. */
  claims: readonly ResponsibilityClaim[];
}

/** Of a child of whom there was no notice yet. */
export const EMPTY_CHAIN: ResponsibilityChain = { periods: [], claims: [] };

const ENDS: readonly MovementMove[] = [MovementMove.CLOSE, MovementMove.WITHDRAW, MovementMove.AGREE_WITHDRAWAL];
const TURNS: readonly MovementMove[] = [
  ...[MovementMove.NOTIFY, MovementMove.ACCEPT_RESPONSIBILITY, MovementMove.LINK_CHILD],
  ...ENDS,
];

/** Whether a step may change the chain of its child; any other leaves it as it is. */
export function isTurn({ event }: MovementStep): boolean {
  return TURNS.includes(event.move);
}

/** The GSS code of the authority that is responsible; null before the first notice. */
export function holderOf({ periods }: ResponsibilityChain): string | null {
  return periods.at(-1)?.authority ?? null;
}

/** The claim of a movement that waits to be settled. */
export function openClaim({ claims }: ResponsibilityChain, movement: string): ResponsibilityClaim | undefined {
  return claims.find((claim) => claim.movement === movement && claim.settlement === null);
}

/**
 * Why a step may not be taken, as the child's chain stands; null where it may. Asked before a step is recorded, and never
 * again of one that was.
 *
 * @param movement - as it is before the step; null before the notice
 * @param others - the child's other movements that have not ended
 */
export function refusalByChain(
  chain: ResponsibilityChain,
  { movement, others, event }: { movement: Movement | null; others: readonly OpenMovement[]; event: MovementEvent },
): MoveRefusal | null {
  if (event.move === MovementMove.NOTIFY) return alreadyMoving(others, event.data);
  if (movement === null) return null;
  if (event.move === MovementMove.AMEND_NOTICE)
    return alreadyMoving(others, amendedNotice(movement.notice, event.data));
  if (event.move !== MovementMove.ACCEPT_RESPONSIBILITY) return null;
  const known = responsibleByNotice(movement);
  const { authority, from } = chain.periods.at(-1) ?? { authority: known, from: '' };
  if (authority === known) return null;
  const remedy = openClaim(chain, movement.id)
    ? 'Both say that the child is theirs. Once they have settled that, accept again.'
    : `The child was handed on. Ask ${authority} to notify the move.`;
  const message = `${authority} has been responsible for the child since ${from}, and not ${known}. ${remedy}`;
  return refuse('ANOTHER_IS_RESPONSIBLE', 'move', message);
}

/** A movement of the child that has not ended. */
export type OpenMovement = Pick<Movement, 'id' | 'category' | 'origin' | 'destination' | 'state'>;

/**
 * Why a notice may not be given beside the child's movements that are open; null where it may. An authority hands a child to one
 * other at a time; but nobody hands over a child of whom nobody knows the origin, and who is found in one place after another.
 * What passes no responsibility may be open beside it.
 */
export function alreadyMoving(others: readonly OpenMovement[], notice: MoveData): MoveRefusal | null {
  const open = others.find(({ category, origin, destination, state }) => {
    if (origin !== notice.origin) return false;
    if (destination === notice.destination) return true;
    if (origin === UNKNOWN_ORIGIN) return false;
    const isHandingOver = passesResponsibility(category) && state !== MovementState.RESPONSIBILITY_ACCEPTED;
    return isHandingOver && notice.category !== undefined && passesResponsibility(notice.category);
  });
  return open ? refuse('MOVE_ALREADY_NOTIFIED', 'destination', alreadyNotified(open)) : null;
}

function alreadyNotified({ id, destination }: Pick<OpenMovement, 'id' | 'destination'>): string {
  return `${id} is open and notifies this child's move to ${destination}. Take its steps, or close or withdraw it first.`;
}

/**
 * The chain after a step that was recorded; after a link, `mergedChains` says which. Total: a step that the chain does not allow,
 * recorded before that was asked, becomes a claim, and takes nothing from who was responsible.
 */
export function chainAfter(
  chain: ResponsibilityChain,
  { id, origin, destination }: Pick<Movement, 'id' | 'origin' | 'destination'>,
  { event: { move, recordedAt, data }, at, state }: MovementStep,
): ResponsibilityChain {
  const holder = holderOf(chain);
  const onWordOf = data.recordedBy ?? null;
  if (move === MovementMove.NOTIFY) {
    const authority = responsibleByNotice({ origin, destination });
    if (holder === null) {
      return { ...chain, periods: [{ authority, from: at, until: null, movement: id, onWordOf }] };
    }
    return holder === authority ? chain : claimed(chain, { movement: id, claimant: authority, since: recordedAt });
  }
  if (move === MovementMove.ACCEPT_RESPONSIBILITY) {
    // Where nobody knows the origin, what the destination says in writing begins a period of its own: it is said anew.
    if (holder === responsibleByNotice({ origin, destination })) {
      return passed(chain, { authority: destination, movement: id, at: recordedAt, onWordOf });
    }
    return holder === destination ? chain : claimed(chain, { movement: id, claimant: destination, since: recordedAt });
  }
  const isEnd = ENDS.includes(move) && hasEnded(state);
  return isEnd ? settled(chain, (claim) => claim.movement === id, recordedAt, 'WITHDRAWN') : chain;
}

/** The chain after the authority that is responsible has confirmed that a claim is right. */
export function chainConfirmed(
  chain: ResponsibilityChain,
  claim: ResponsibilityClaim,
  at: string,
): ResponsibilityChain {
  return passed(chain, { authority: claim.claimant, movement: claim.movement, at, onWordOf: null });
}

/** The chain after an authority has said that it is not responsible, as it had claimed to be. */
export function chainWithoutClaim(
  chain: ResponsibilityChain,
  { movement }: ResponsibilityClaim,
  at: string,
): ResponsibilityChain {
  return settled(chain, (claim) => claim.movement === movement, at, 'WITHDRAWN');
}

/** A movement claims once: what it claims further takes the place of that. */
function claimed(
  chain: ResponsibilityChain,
  claim: Pick<ResponsibilityClaim, 'movement' | 'claimant' | 'since'>,
): ResponsibilityChain {
  const others = chain.claims.filter(({ movement }) => movement !== claim.movement);
  return { ...chain, claims: [...others, { ...claim, settledAt: null, settlement: null }] };
}

/** Whoever becomes responsible claims it no longer: it is so. */
function passed(
  chain: ResponsibilityChain,
  { at, ...begun }: Pick<ChainPeriod, 'authority' | 'movement' | 'onWordOf'> & { at: string },
): ResponsibilityChain {
  const last = chain.periods.at(-1)!;
  const from = later(at, last.from);
  const periods = [...chain.periods.slice(0, -1), { ...last, until: from }, { ...begun, from, until: null }];
  return settled({ ...chain, periods }, ({ claimant }) => claimant === begun.authority, from, 'CONFIRMED');
}

function settled(
  chain: ResponsibilityChain,
  isSettled: (claim: ResponsibilityClaim) => boolean,
  settledAt: string,
  settlement: NonNullable<ResponsibilityClaim['settlement']>,
): ResponsibilityChain {
  const isOf = (claim: ResponsibilityClaim) => claim.settlement === null && isSettled(claim);
  if (!chain.claims.some(isOf)) return chain;
  const claims = chain.claims.map((claim) => (isOf(claim) ? { ...claim, settledAt, settlement } : claim));
  return { ...chain, claims };
}
