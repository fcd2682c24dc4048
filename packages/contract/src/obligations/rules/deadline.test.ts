import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { isAYearOld } from '../../../testing/walked-year';
import { isWorkingDay } from '../../calendar/working-days';
import { ObligationRecordKind } from '../obligation-record-kind';
import { deadline, deadlineRule } from './deadline';
import type { Evidence } from './evidence';

const records = ObligationRecordKind.THRESHOLD_DOCUMENT;
const RULES = {
  'seven days after': { within: { days: 7 } },
  'five working days after': { within: { workingDays: 5 } },
  'seven days before': { within: { days: 7 }, before: true as const },
};
const judge = (rule: keyof typeof RULES, evidence: readonly Evidence[], on: string, parts = ['PANEL']) =>
  deadline({ evaluator: 'DEADLINE', records, parts, ...RULES[rule] }, evidence, on);
const sent = (doneOn: string | null, copies: Record<string, string> = {}, dueOn: string | null = null) =>
  recorded(records, { doneOn, dueOn, parts: Object.entries(copies).map(([name, done]) => ({ name, doneOn: done })) });

/** Counts on the fingers: goes on a day at a time, and counts those that count. */
function walked(rule: keyof typeof RULES, event: string): string {
  const step = rule === 'seven days before' ? -1 : 1;
  let [left, at] = [rule === 'five working days after' ? 5 : 7, toDayNumber(event)];
  while (left > 0) {
    at += step;
    if (rule !== 'five working days after' || isWorkingDay(fromDayNumber(at))) left -= 1;
  }
  return fromDayNumber(at);
}

describe.each(['seven days after', 'five working days after'] as const)('%s what happened', (rule) => {
  it('stands as one finds who counts the days one at a time', () => {
    const one = fc.record({ event: day, copied: fc.option(fc.integer({ min: 0, max: 20 })) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { maxLength: 5, selector: ({ event }) => event }), day, (events, on) => {
        const told = events
          .filter(({ event }) => event <= on)
          .sort((a, b) => (a.event < b.event ? -1 : 1))
          .map(({ event, copied }, at, all) => {
            const copiedOn = copied === null ? null : fromDayNumber(toDayNumber(event) + copied);
            const [known, due] = [copiedOn !== null && copiedOn <= on ? copiedOn : null, walked(rule, event)];
            if (known === null) return on > due ? 'OVERDUE' : 'DUE';
            const isSeen = at === all.length - 1 || due > on || !isAYearOld(due, on);
            return known <= due || !isSeen ? 'MET' : 'LATE';
          });
        const expected = told.includes('OVERDUE')
          ? 'OVERDUE'
          : told.includes('LATE')
            ? 'BREACHED'
            : told.includes('DUE')
              ? 'DUE'
              : told.length > 0
                ? 'MET'
                : 'NOT_ASSESSABLE';
        const evidence = events.map(({ event, copied }) =>
          sent(event, copied === null ? {} : { PANEL: fromDayNumber(toDayNumber(event) + copied) }),
        );
        expect(judge(rule, evidence, on).status).toBe(expected);
      }),
    );
  });
});

it('seven days before is kept by copies that went that long before, whatever the day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20 }), (event, earlier) => {
      const copiedOn = fromDayNumber(toDayNumber(event) - earlier);
      const { status } = judge('seven days before', [sent(event, { PANEL: copiedOn })], event);
      expect(status).toBe(copiedOn <= walked('seven days before', event) ? 'MET' : 'BREACHED');
    }),
  );
});

describe('working days', () => {
  it('leave out Good Friday and Easter Monday, and calendar days do not', () => {
    const before = [sent('2026-04-01')];
    expect(judge('five working days after', before, '2026-04-01').nextDue).toBe('2026-04-10');
    expect(judge('seven days after', before, '2026-04-01').nextDue).toBe('2026-04-08');
  });

  it('leave out the substitute day of a holiday that falls on a weekend', () => {
    // Boxing Day 2026 is a Saturday, and Monday 28 December is free for it.
    expect(judge('five working days after', [sent('2026-12-23')], '2026-12-23').nextDue).toBe('2027-01-04');
  });

  it('cannot be told of years whose bank holidays are not known', () => {
    expect(judge('five working days after', [sent('2099-06-01')], '2099-06-01')).toMatchObject({
      ...{ status: 'NOT_ASSESSABLE', reason: expect.stringContaining('bank holidays') },
    });
  });

  it('of an incident of long ago that was notified hide nothing of a later one', () => {
    const [old, late] = [sent('1970-06-01', { PANEL: '1970-06-02' }), sent('2026-06-01')];
    expect(judge('five working days after', [old], '1970-06-02').status).toBe('NOT_ASSESSABLE');
    expect(judge('five working days after', [old, late], '2026-06-30').status).toBe('OVERDUE');
  });
});

describe('months', () => {
  const within = (months: number, from: string, on: string) =>
    deadline({ evaluator: 'DEADLINE', records, parts: ['DRAFT'], within: { months } }, [sent(from)], on);

  it('end on the last day of a month that has no such day', () => {
    expect(within(4, '2023-10-31', '2023-11-01').nextDue).toBe('2024-02-29');
    expect(within(5, '2023-08-31', '2023-11-01').nextDue).toBe('2024-01-31');
  });

  it('are not asked for before what is to come', () => {
    const rule = { evaluator: 'DEADLINE', records, parts: ['DRAFT'], within: { months: 1 } };
    expect(deadlineRule.safeParse(rule).success).toBe(true);
    expect(deadlineRule.safeParse({ ...rule, before: true }).success).toBe(false);
  });
});

describe('before and after', () => {
  it('are two clocks: a copy seven days after publication is in time for one and in breach of the other', () => {
    const evidence = [sent('2026-03-10', { PANEL: '2026-03-17' })];
    expect(judge('seven days after', evidence, '2026-03-17')).toMatchObject({ status: 'MET', lastMet: '2026-03-17' });
    expect(judge('seven days before', evidence, '2026-03-17')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'Not in time: PANEL of record-2026-03-10.' },
    });
  });

  it('make a copy due before the day for which publication is planned, and overdue while that is still to come', () => {
    const planned = [sent(null, {}, '2026-03-10')];
    expect(judge('seven days before', planned, '2026-03-03')).toMatchObject({ status: 'DUE', nextDue: '2026-03-03' });
    expect(judge('seven days before', planned, '2026-03-04').status).toBe('OVERDUE');
    expect(judge('seven days before', [sent('2026-03-10')], '2026-03-10').status).toBe('BREACHED');
  });
});

it('a publication that is planned does not hide that the last one went without its copies', () => {
  const evidence = [sent('2026-03-10'), sent(null, {}, '2026-09-01')];
  expect(judge('seven days before', evidence, '2026-03-20').status).toBe('BREACHED');
});

it('each recipient is owed a copy, and those that have none are named', () => {
  const evidence = [sent('2026-03-10', { PANEL: '2026-03-11' })];
  expect(judge('seven days after', evidence, '2026-03-18', ['PANEL', 'WHAT_WORKS'])).toMatchObject({
    ...{ status: 'OVERDUE', reason: 'Not in time: WHAT_WORKS of record-2026-03-10.', lastMet: '2026-03-11' },
  });
});

it('a copy that went late is seen for twelve months from the day it was due, whatever went in time since', () => {
  const reports = [sent('2025-03-10', { PANEL: '2025-03-20' }), sent('2025-06-10', { PANEL: '2025-06-11' })];
  expect(judge('seven days after', reports, '2026-03-16')).toMatchObject({
    ...{ status: 'BREACHED', reason: 'Not in time: PANEL of record-2025-03-10.' },
  });
  expect(judge('seven days after', reports, '2026-03-17').status).toBe('MET');
});
