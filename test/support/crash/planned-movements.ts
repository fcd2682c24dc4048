import { MovementMove, TRANSITIONS } from '@hub/contract';
import { unissuedNumber } from '../unissued-number';

const { SHARE_INFORMATION, ACCEPT, DISPUTE, RETURN_NOTICE, AGREE_TEMPORARY_STAY, BECOME_PERMANENT } = MovementMove;
const { HOLD_CONFERENCE, ACCEPT_RESPONSIBILITY, CLOSE, WITHDRAW } = MovementMove;

/** A local authority, and the partnership that keeps its records. */
export interface Authority {
  code: string;
  partnership: string;
}

/** A movement that is to be made. */
export interface PlannedMovement {
  category: 'CHILD_PROTECTION_PLAN' | 'CHILD_IN_NEED_PLAN';
  nhsNumber: string;
  origin: Authority;
  destination: Authority;
  /** The moves after the notice, in their order; none of every second movement. */
  steps: readonly MovementMove[];
  /** Moves that both sides then make at once, each without waiting for the other: the hub takes one of them, or both. */
  crossing?: readonly MovementMove[];
  /** The number to which its child is then linked, which another movement has. */
  linkedTo?: string;
  /** Place of the movement after which it begins, of the same child. */
  after?: number;
  permanence: 'PERMANENT' | 'TEMPORARY';
}

const AUTHORITIES: readonly Authority[] = [
  { code: 'E09000016', partnership: 'havering' },
  { code: 'E09000022', partnership: 'lambeth' },
  { code: 'E09000026', partnership: 'redbridge' },
  { code: 'E09000013', partnership: 'tri-borough' },
  { code: 'E09000020', partnership: 'tri-borough' },
  { code: 'E09000033', partnership: 'tri-borough' },
];

const TRANSFER = [SHARE_INFORMATION, ACCEPT, HOLD_CONFERENCE, ACCEPT_RESPONSIBILITY, CLOSE];

/** Each step can be taken only by a side that has heard of the one before: two that cross are planned apart. */
const ROUTES = [
  TRANSFER,
  TRANSFER.toSpliced(1, 0, DISPUTE),
  TRANSFER.slice(0, 4),
  [AGREE_TEMPORARY_STAY, BECOME_PERMANENT, RETURN_NOTICE],
  [AGREE_TEMPORARY_STAY, CLOSE],
] as const;
const TAKEN = TRANSFER.slice(0, 4);

/**
 * Movements between two authorities, also of one partnership, half of them with steps after the notice. Of each ten, two are
 * one child's: it moves on, its notice is corrected, or it turns out to be known by two numbers; and in one two steps cross.
 */
export function plannedMovements(count: number, random: () => number): PlannedMovement[] {
  const one = <Value>(of: readonly Value[]) => of[Math.floor(random() * of.length)]!;
  const other = (...than: Authority[]) => one(AUTHORITIES.filter((authority) => !than.includes(authority)));
  const usual = (index: number): PlannedMovement => {
    const origin = one(AUTHORITIES);
    const steps = index % 2 === 0 ? [] : one(ROUTES);
    const permanence = steps[0] === AGREE_TEMPORARY_STAY ? 'TEMPORARY' : 'PERMANENT';
    const category = one(['CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN'] as const);
    return { category, nhsNumber: unissuedNumber(index), origin, destination: other(origin), permanence, steps };
  };
  const planned = Array.from({ length: count }, (_, index) => usual(index));
  const transfer = { permanence: 'PERMANENT' } as const;
  for (let first = 0; first + 9 < count; first += 10) {
    const [crossed, one, next] = [planned[first + 7]!, planned[first + 8]!, planned[first + 9]!];
    Object.assign(crossed, transfer, { steps: [SHARE_INFORMATION], crossing: [WITHDRAW, ACCEPT] });
    const sameChild = { ...transfer, nhsNumber: one.nhsNumber, steps: [], after: first + 8 };
    switch ((first / 10) % 3) {
      case 0:
        Object.assign(one, transfer, { steps: TAKEN });
        Object.assign(next, sameChild, { origin: one.destination, destination: other(one.destination) });
        break;
      case 1:
        Object.assign(one, transfer, { steps: TAKEN, linkedTo: next.nhsNumber });
        // Of one and the same origin the hub would refuse the second notice, once it knows that both are of one child.
        Object.assign(next, transfer, { steps: [SHARE_INFORMATION], origin: other(one.origin, next.destination) });
        break;
      default:
        Object.assign(one, transfer, { steps: [WITHDRAW] });
        Object.assign(next, sameChild, { origin: one.origin, destination: other(one.origin, one.destination) });
    }
  }
  return planned;
}

/** Who makes a move, by the table of the procedure. */
export function makerOf(move: MovementMove, { origin, destination }: PlannedMovement) {
  const { side, scope } = TRANSITIONS.find((row) => row.move === move)!;
  const role = scope === 'movements:approve' ? ('conference-chair' as const) : ('duty-team' as const);
  return { authority: side === 'DESTINATION' ? destination : origin, role };
}
