import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { limit, limitRule } from './limit';

const records = ObligationRecordKind.MEETING;
type Numbers = { min?: number; max?: number; part?: string };
const judge = (numbers: Numbers, evidence: Parameters<typeof limit>[1], on: string) =>
  limit({ evaluator: 'LIMIT', records, ...numbers }, evidence, on);
const seated = (from: string, endsOn: string | null = null, record = from) =>
  recorded(records, { record, doneOn: from, endsOn });

describe('how many at one time', () => {
  it('stands as one finds who counts heads on the day', () => {
    const seats = fc.array(fc.tuple(day, fc.option(day)), { maxLength: 8 });
    const bounds = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(seats, bounds, day, (all, [min, more], on) => {
        const evidence = all.map(([from, to], at) => seated(from, to, `${at}`));
        let heads = 0;
        for (const [from, to] of all) if (from <= on && !(to !== null && to < on)) heads += 1;
        const { status } = judge({ min, max: min + more }, evidence, on);
        if (!all.some(([from]) => from <= on)) return expect(status).toBe('NOT_ASSESSABLE');
        expect(status).toBe(heads > min + more ? 'BREACHED' : heads < min ? 'OVERDUE' : 'MET');
      }),
    );
  });

  it('counts whoever ends on the day as still there', () => {
    const four = ['a', 'b', 'c', 'd'].map((who) => seated('2023-05-01', who === 'a' ? '2026-05-01' : null, who));
    expect(judge({ max: 3 }, four, '2026-05-01')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'The document says at most 3: 4 in all.' },
    });
    expect(judge({ max: 3 }, four, '2026-05-02').status).toBe('MET');
  });

  it('of the parts of each asks it of every one: a hub without Change Makers is not hidden by one with two', () => {
    const hub = (record: string, makers: number) =>
      recorded(records, {
        ...{ record, doneOn: '2026-01-01' },
        parts: Array.from({ length: makers }, () => ({ name: 'CHANGE_MAKER', doneOn: null })),
      });
    const two = { min: 2, max: 2, part: 'CHANGE_MAKER' };
    expect(judge(two, [hub('a', 2), hub('b', 2)], '2026-02-01').status).toBe('MET');
    expect(judge(two, [hub('a', 2), hub('b', 0)], '2026-02-01')).toMatchObject({
      ...{ status: 'OVERDUE', reason: 'The document says 2: 0 of b.' },
    });
    expect(judge(two, [hub('a', 3), hub('b', 1)], '2026-02-01').status).toBe('BREACHED');
  });

  it('was last met on the day by what goes on, and when the latest was done by what is done in a day', () => {
    const done = [seated('2024-05-01'), seated('2025-06-01')];
    expect(judge({ min: 1 }, done, '2026-05-01')).toMatchObject({ status: 'MET', lastMet: '2026-05-01' });
    const scrutiny = { evaluator: 'LIMIT', records: ObligationRecordKind.SCRUTINY_ACTIVITY, min: 1 } as const;
    expect(limit(scrutiny, done, '2026-05-01')).toMatchObject({ status: 'MET', lastMet: '2025-06-01' });
  });

  it('names what is short as people call it', () => {
    const seat = { ...recorded(records, { doneOn: '2026-01-01', record: 'lscp:17' }), called: 'Designated Doctor' };
    expect(judge({ min: 1, part: 'HOLDER' }, [seat], '2026-02-01')).toMatchObject({
      ...{ reason: 'The document says at least 1: 0 of Designated Doctor.', shownBy: [{ record: 'lscp:17' }] },
    });
  });

  it('needs a number', () => {
    expect(limitRule.safeParse({ evaluator: 'LIMIT', records }).success).toBe(false);
    expect(limitRule.safeParse({ evaluator: 'LIMIT', records, min: 3, max: 2 }).success).toBe(false);
  });
});
