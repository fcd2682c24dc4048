import { MovementCategory, MovementMove, TRANSITIONS } from '@hub/contract';
import { unissuedNumber } from '../unissued-number';

const { SHARE_INFORMATION, ACCEPT, DISPUTE, RETURN_NOTICE, AGREE_TEMPORARY_STAY, BECOME_PERMANENT } = MovementMove;
const { HOLD_CONFERENCE, ACCEPT_RESPONSIBILITY, CLOSE, WITHDRAW } = MovementMove;
const { AMEND_NOTICE, END_CIRCUMSTANCE, PROPOSE_WITHDRAWAL, AGREE_WITHDRAWAL } = MovementMove;

/** A local authority, and the partnership that keeps its records. */
export interface Authority {
  code: string;
  partnership: string;
}

/** A movement that is to be made. */
export interface PlannedMovement {
  category: 'CHILD_PROTECTION_PLAN' | 'CHILD_IN_NEED_PLAN';
  /** What its notice says beside the category, where it says something. */
  circumstances?: readonly MovementCategory[];
  nhsNumber: string;
  origin: Authority;
  /** As its notice says. */
  destination: Authority;
  /** As its amendment says, where that is of the destination; the category is amended in any other. */
  amendedTo?: Authority;
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

/** What both sides do at once: the hub takes one of two, or both, by which came first. */
const CROSSINGS = [
  { steps: [SHARE_INFORMATION], crossing: [WITHDRAW, ACCEPT] },
  { steps: [SHARE_INFORMATION], crossing: [AMEND_NOTICE, ACCEPT] },
  // The notice is amended to go to another authority, while the one that has it accepts after all.
  { steps: [SHARE_INFORMATION, DISPUTE], crossing: [AMEND_NOTICE, ACCEPT], isToAnother: true },
];

/**
 * Movements between two authorities, also of one partnership, half of them with steps after the notice. Of each ten, two are
 * one child's: it moves on, its notice is given anew, or it turns out to be known by two numbers; in one two steps cross; and in
 * three something is put right: its notice goes to another authority, one of its circumstances ends, both withdraw it.
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
    const [readdressed, several, withdrawn, crossed, one, next] = planned.slice(first + 4, first + 10) as [
      ...[PlannedMovement, PlannedMovement, PlannedMovement, PlannedMovement, PlannedMovement, PlannedMovement],
    ];
    const another = ({ origin, destination }: PlannedMovement) => other(origin, destination);
    Object.assign(readdressed, transfer, { steps: [AMEND_NOTICE, ...TAKEN], amendedTo: another(readdressed) });
    const circumstances = [MovementCategory.SECTION_47_ENQUIRY];
    const corrected = [AMEND_NOTICE, END_CIRCUMSTANCE, SHARE_INFORMATION, ACCEPT];
    Object.assign(several, transfer, { steps: corrected, circumstances });
    Object.assign(withdrawn, transfer, { steps: [...TAKEN.slice(0, 2), PROPOSE_WITHDRAWAL, AGREE_WITHDRAWAL] });
    const { isToAnother, ...crossing } = CROSSINGS[(first / 10) % CROSSINGS.length]!;
    Object.assign(crossed, transfer, crossing, isToAnother && { amendedTo: another(crossed) });
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

/** The authority of a code. */
export function authorityOf(code: string): Authority {
  return AUTHORITIES.find((authority) => authority.code === code)!;
}

/** Who makes a move, by the table of the procedure. */
export function makerOf(move: MovementMove, { origin, destination }: Pick<PlannedMovement, 'origin' | 'destination'>) {
  const { side, scope } = TRANSITIONS.find((row) => row.move === move)!;
  const role = scope === 'movements:approve' ? ('conference-chair' as const) : ('duty-team' as const);
  return { authority: side === 'DESTINATION' ? destination : origin, role };
}
