import { MovementMove, TRANSITIONS } from '@hub/contract';

const { SHARE_INFORMATION, ACCEPT, DISPUTE, RETURN_NOTICE, AGREE_TEMPORARY_STAY, BECOME_PERMANENT } = MovementMove;
const { HOLD_CONFERENCE, ACCEPT_RESPONSIBILITY, CLOSE } = MovementMove;

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
  /** How it then stands. */
  state: string;
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

/** Each step can be taken only by a side that has heard of the one before: two that cross would be a dispute, not a loss. */
const ROUTES = [
  { steps: TRANSFER, state: 'CLOSED' },
  { steps: TRANSFER.toSpliced(1, 0, DISPUTE), state: 'CLOSED' },
  { steps: TRANSFER.slice(0, 4), state: 'RESPONSIBILITY_ACCEPTED' },
  { steps: [AGREE_TEMPORARY_STAY, BECOME_PERMANENT, RETURN_NOTICE], state: 'RETURNED' },
  { steps: [AGREE_TEMPORARY_STAY, CLOSE], state: 'CLOSED' },
] as const;

/** Movements of different children between two authorities, also of one partnership, half of them with steps after the notice. */
export function plannedMovements(count: number, random: () => number): PlannedMovement[] {
  const one = <Value>(of: readonly Value[]) => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const origin = one(AUTHORITIES);
    const destination = one(AUTHORITIES.filter(({ code }) => code !== origin.code));
    const route = index % 2 === 0 ? { steps: [], state: 'NOTIFIED' } : one(ROUTES);
    const permanence = route.steps[0] === AGREE_TEMPORARY_STAY ? 'TEMPORARY' : 'PERMANENT';
    const category = one(['CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN'] as const);
    return { category, nhsNumber: unissuedNumber(index), origin, destination, permanence, ...route };
  });
}

/** Who makes a move, by the table of the procedure. */
export function makerOf(move: MovementMove, { origin, destination }: PlannedMovement) {
  const { side, scope } = TRANSITIONS.find((row) => row.move === move)!;
  const role = scope === 'movements:approve' ? ('conference-chair' as const) : ('duty-team' as const);
  return { authority: side === 'DESTINATION' ? destination : origin, role };
}

/** An NHS number of the range 999, of which none is issued. */
function unissuedNumber(index: number): string {
  // Of each ten in a row at least one has a check digit; 10 is none.
  for (let serial = index * 10; ; serial++) {
    const digits = `999${String(serial).padStart(6, '0')}`;
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}
