import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { rotation } from './rotation';

const records = ObligationRecordKind.MEETING;
const AMONG = ['LOCAL_AUTHORITY', 'NHS', 'POLICE'];
const judge = (turns: readonly (readonly [string, string])[], on: string) =>
  rotation(
    { evaluator: 'ROTATION', records, among: AMONG, years: 1 },
    turns.map(([doneOn, of]) => recorded(records, { doneOn, of })),
    on,
  );

describe('a chair that rotates for a year at a time', () => {
  it('stands as one finds who reads the list of chairs', () => {
    const turns = fc.uniqueArray(fc.tuple(day, fc.constantFrom(...AMONG, 'EDUCATION')), {
      selector: ([from]) => from,
      maxLength: 6,
    });
    fc.assert(
      fc.property(turns, day, (all, on) => {
        const { status, nextDue } = judge(all, on);
        const list = all.filter(([from]) => from <= on).sort(([a], [b]) => (a < b ? -1 : 1));
        const [before, now] = [list.at(-2), list.at(-1)];
        if (!now) return expect(status).toBe('NOT_ASSESSABLE');
        if (!AMONG.includes(now[1]) || before?.[1] === now[1]) return expect(status).toBe('BREACHED');
        const left = toDayNumber(nextDue!) - toDayNumber(on);
        expect(status).toBe(left < 0 ? 'OVERDUE' : left <= 90 ? 'DUE' : 'MET');
        expect([365, 366]).toContain(toDayNumber(nextDue!) - toDayNumber(now[0]));
      }),
    );
  });

  it('goes round twice, in whatever order', () => {
    const twice = ['LOCAL_AUTHORITY', 'NHS', 'POLICE', 'NHS', 'LOCAL_AUTHORITY', 'POLICE'].map(
      (of, at) => [`${2020 + at}-04-01`, of] as const,
    );
    for (const [at, [from]] of twice.entries()) expect(judge(twice.slice(0, at + 1), from).status).toBe('MET');
  });

  it('is overdue once the year is over, and in breach when the same partner goes on', () => {
    const first = ['2025-04-01', 'NHS'] as const;
    expect(judge([first], '2026-04-01').status).toBe('DUE');
    expect(judge([first], fromDayNumber(toDayNumber('2026-04-01') + 1))).toMatchObject({
      ...{ status: 'OVERDUE', reason: 'The turn of NHS ended on 2026-04-01.' },
    });
    expect(judge([first, ['2026-04-02', 'NHS']], '2026-04-02')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'NHS follows NHS.', lastMet: '2025-04-01' },
    });
  });
});
