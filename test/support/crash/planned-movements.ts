import { MovementMove, TRANSITIONS } from '@hub/contract';

const { SHARE_INFORMATION, ACCEPT, DISPUTE, RETURN_NOTICE, ESCALATE, WITHDRAW } = MovementMove;
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
  steps: MovementMove[];
  /** How it then stands, beside that its destination has acknowledged it. */
  state: string;
}

const AUTHORITIES: readonly Authority[] = [
  { code: 'E09000016', partnership: 'havering' },
  { code: 'E09000022', partnership: 'lambeth' },
  { code: 'E09000026', partnership: 'redbridge' },
  { code: 'E09000013', partnership: 'tri-borough' },
  { code: 'E09000020', partnership: 'tri-borough' },
  { code: 'E09000033', partnership: 'tri-borough' },
];

const TRANSFER = [ACCEPT, HOLD_CONFERENCE, ACCEPT_RESPONSIBILITY, CLOSE];
const ROUTES: readonly { steps: MovementMove[]; state: string }[] = [
  { steps: [SHARE_INFORMATION, ...TRANSFER], state: 'CLOSED' },
  { steps: [SHARE_INFORMATION, DISPUTE, SHARE_INFORMATION, ...TRANSFER], state: 'CLOSED' },
  { steps: [SHARE_INFORMATION, RETURN_NOTICE, ESCALATE, WITHDRAW], state: 'WITHDRAWN' },
  { steps: [SHARE_INFORMATION, ACCEPT, SHARE_INFORMATION, HOLD_CONFERENCE], state: 'CONFERENCE_HELD' },
  { steps: [SHARE_INFORMATION, ...TRANSFER.slice(0, 3)], state: 'RESPONSIBILITY_ACCEPTED' },
];

/** Movements of different children between all authorities, half of them with steps after the notice. */
export function plannedMovements(count: number, random: () => number): PlannedMovement[] {
  const one = <Value>(of: readonly Value[]) => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const origin = one(AUTHORITIES);
    const destination = one(AUTHORITIES.filter(({ code }) => code !== origin.code));
    const route = index % 2 === 0 ? { steps: [], state: 'NOTIFIED' } : one(ROUTES);
    const category = one(['CHILD_PROTECTION_PLAN', 'CHILD_IN_NEED_PLAN'] as const);
    return { category, nhsNumber: unissuedNumber(index), origin, destination, ...route };
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
