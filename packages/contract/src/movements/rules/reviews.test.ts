import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { applyMove } from './apply-move';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';
import { clocksOf } from './clocks-of';
import { dueOf } from './due-of';
import { implausibleDates } from './implausible-dates';
import type { Movement } from './movement';
import type { MoveData } from './movement-event';
import { awaitedSteps, nextSteps } from './next-steps';

const [LAMBETH, REDBRIDGE] = ['E09000022', 'E09000026'] as const;

interface Step {
  move: keyof typeof MovementMove;
  on: string;
  data?: MoveData;
}

const BY_DESTINATION = ['AGREE_TEMPORARY_STAY'];
let count = 0;

function eventOf({ move, on, data = {} }: Step) {
  const isOrigin = !BY_DESTINATION.includes(move);
  const at = `${on}T10:00:00.000Z`;
  return {
    ...{ id: `message:${++count}`, movement: 'movement:1', move: MovementMove[move], person: 'kim', role: 'duty-team' },
    ...{ side: (isOrigin ? 'ORIGIN' : 'DESTINATION') as never, authority: isOrigin ? LAMBETH : REDBRIDGE },
    ...{ occurredAt: at, recordedAt: at, data },
  };
}

const played = (...steps: Step[]) =>
  steps.reduce<Movement | null>((movement, step) => {
    const { movement: next, refusal } = applyMove(movement, eventOf(step));
    if (!next) throw new Error(refusal.message);
    return next;
  }, null)!;

const notice = (data: MoveData): Step => ({
  ...{ move: 'NOTIFY', on: '2026-03-02' },
  data: {
    ...{ origin: LAMBETH, destination: REDBRIDGE, planning: 'PLANNED' as never, childPseudonym: 'p1:1:child' },
    ...data,
  },
});
const STAY: Step[] = [
  notice({
    category: MovementCategory.CHILD_IN_NEED_PLAN,
    permanence: 'TEMPORARY' as never,
    hasStatutoryOrder: false,
  }),
];
const PLACEMENT: Step[] = [
  notice({
    ...{ category: MovementCategory.LOOKED_AFTER_PLACEMENT, permanence: 'NOT_SAID' as never, isEmergency: false },
    ...{ distance: 'OUT_OF_AREA' as never, placementStartsOn: '2026-03-05' },
  }),
  { move: 'APPROVE_PLACEMENT', on: '2026-03-03', data: { approver: 'NOMINATED_OFFICER' as never } },
];
const agreed = (nextReviewOn?: string): Step => ({
  ...{ move: 'AGREE_TEMPORARY_STAY', on: '2026-03-03' },
  data: nextReviewOn ? { nextReviewOn } : {},
});
const placed: Step = { move: 'START_PLACEMENT', on: '2026-03-05' };
const review = (on: string, nextReviewOn?: string, outcome = 'CONTINUES'): Step => ({
  ...{ move: 'RECORD_REVIEW', on },
  data: { outcome: outcome as never, ...(nextReviewOn && { nextReviewOn }) },
});

const RULE: ClockRule = {
  ...{ id: 'regulation 33', procedureId: MOVEMENT_PROCEDURE, code: ProcedureRuleCode.PLACEMENT_REVIEW, amount: 6 },
  ...{ unit: ProcedureRuleUnit.MONTHS, startsAt: ProcedureRuleStart.REVIEW, countsStartDay: false },
  ...{ validFrom: null, validTo: null },
};
const clockOf = (movement: Movement, on: string, rules: readonly ClockRule[] = [RULE]) =>
  clocksOf(movement, rules, new Date(`${on}T12:00:00Z`)).find(({ code }) => code.endsWith('_REVIEW'));

describe('a temporary stay', () => {
  it('has a day of review where one was agreed, and a day that passed without one is late by no rule', () => {
    const movement = played(...STAY, agreed('2026-03-20'));
    expect(clockOf(movement, '2026-03-20')).toMatchObject({
      ...{ code: 'STAY_REVIEW', state: 'RUNNING', rule: null, dueOn: '2026-03-20' },
    });
    expect(clockOf(movement, '2026-03-21')).toMatchObject({ state: 'LATE' });
  });

  it('has no number where no day was agreed', () => {
    expect(clockOf(played(...STAY, agreed()), '2027-01-01')).toMatchObject({ state: 'NOT_SPECIFIED', dueOn: null });
  });

  it('is reviewed by the origin, who is responsible; the review books the next one, and the stay goes on', () => {
    const before = played(...STAY, agreed('2026-03-20'));
    expect(nextSteps(before)).toContainEqual(expect.objectContaining({ move: 'RECORD_REVIEW', side: 'ORIGIN' }));
    const after = played(...STAY, agreed('2026-03-20'), review('2026-03-19', '2026-05-19'));
    expect(after.state).toBe('TEMPORARY_STAY');
    expect(clockOf(after, '2026-03-21')).toMatchObject({ state: 'RUNNING', dueOn: '2026-05-19' });
    expect(awaitedSteps(after, clocksOf(after, [], new Date('2026-03-21T12:00:00Z')))[0]).toMatchObject({
      ...{ move: 'RECORD_REVIEW', side: 'ORIGIN', clock: { dueOn: '2026-05-19' } },
    });
  });

  it('waits for no review once it has become permanent', () => {
    const movement = played(...STAY, agreed('2026-03-20'), { move: 'BECOME_PERMANENT', on: '2026-03-10' });
    expect(clockOf(movement, '2026-04-01')).toMatchObject({ state: 'STOPPED' });
  });
});

describe('a placement', () => {
  it('is to be reviewed not more than six months after a review; before the first that is recorded nothing is counted', () => {
    expect(clockOf(played(...PLACEMENT, placed), '2026-09-30')).toMatchObject({ state: 'NOT_STARTED', dueOn: null });
    const reviewed = played(...PLACEMENT, placed, review('2026-03-31', undefined, 'IS_TO_END'));
    expect(clockOf(reviewed, '2026-04-01')).toMatchObject({ rule: 'regulation 33', dueOn: '2026-09-30' });
  });

  it('is due for review on the day that was agreed, and no later than the regulation says', () => {
    const reviewed = (next: string) => played(...PLACEMENT, placed, review('2026-03-31', next));
    expect(clockOf(reviewed('2026-06-30'), '2026-04-01')).toMatchObject({ rule: null, dueOn: '2026-06-30' });
    expect(clockOf(reviewed('2026-12-31'), '2026-04-01')).toMatchObject({ rule: 'regulation 33', dueOn: '2026-09-30' });
  });

  it('has no review before it has begun, or once it has ended', () => {
    expect(clockOf(played(...PLACEMENT), '2026-03-04')).toBeUndefined();
    const ended = played(...PLACEMENT, placed, review('2026-03-31', '2026-06-30'), {
      ...{ move: 'CLOSE', on: '2026-05-01', data: { reason: 'The placement ended.' } },
    });
    expect(clockOf(ended, '2026-07-01')).toMatchObject({ state: 'STOPPED' });
  });
});

describe('a review', () => {
  it.each([
    ['says when the next one is', review('2026-03-19'), 'REQUIRED'],
    ['says what it found', { ...review('2026-03-19', '2026-05-19'), data: { nextReviewOn: '2026-05-19' } }, 'REQUIRED'],
  ])('%s', (_, step, code) => {
    expect(applyMove(played(...STAY, agreed()), eventOf(step)).refusal).toMatchObject({ code });
  });

  it('is of a stay or a placement alone', () => {
    expect(applyMove(played(...STAY), eventOf(review('2026-03-19', '2026-05-19'))).refusal).toMatchObject({
      code: 'OUT_OF_ORDER',
    });
  });

  it.each([
    ['before it', '2026-03-18'],
    ['on its own day', '2026-03-19'],
    ['in a year that is a slip', '2027-05-19'],
  ])('books none %s', (_, next) => {
    const found = implausibleDates(played(...STAY, agreed()), eventOf(review('2026-03-19', next)));
    expect(found).toMatchObject([{ code: 'DATE_IMPLAUSIBLE', field: 'nextReviewOn' }]);
  });

  it('books one as a stay or a placement begins, too', () => {
    const [stay, placement] = [agreed('2026-03-01'), { ...placed, data: { nextReviewOn: '2026-03-01' } }];
    for (const [movement, step] of [
      [played(...STAY), stay],
      [played(...PLACEMENT), placement],
    ] as const) {
      expect(implausibleDates(movement, eventOf(step))).toMatchObject([{ field: 'nextReviewOn' }]);
    }
  });
});

describe('months', () => {
  it.each([
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('from %s, %i of them, end with %s', (day, amount, on) => {
    const rule = { amount, unit: ProcedureRuleUnit.MONTHS, countsStartDay: false };
    expect(dueOf(rule, `${day}T10:00:00Z`)).toMatchObject({ on });
  });
});
