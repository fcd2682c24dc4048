import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { outstandingPence, overduePence, paymentsOf } from './instalment-rules';

const FIRST = toDayNumber('2026-04-01');
const LAST = 60;
const day = fc.integer({ min: 0, max: LAST }).map((after) => fromDayNumber(FIRST + after));
const amountPence = fc.integer({ min: 1, max: 9 });
const agreed = fc.uniqueArray(fc.record({ dueOn: day, amountPence }), { maxLength: 5, selector: ({ dueOn }) => dueOn });
const payments = fc.array(fc.record({ reference: fc.constant('P'), amountPence, paidOn: day }), { maxLength: 6 });

/** Goes from day to day with a purse: what is paid settles penny after penny, and of those due the earliest first. */
function dayByDay(due: { dueOn: string; amountPence: number }[], paid: { paidOn: string; amountPence: number }[]) {
  const pennies = [...due]
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    .flatMap(({ dueOn, amountPence: pence }) => Array.from({ length: pence }, () => dueOn));
  let purse = 0;
  const overdue = new Map<string, number>();
  for (let after = 0; after <= LAST; after += 1) {
    const today = fromDayNumber(FIRST + after);
    for (const one of paid) if (one.paidOn === today) purse += one.amountPence;
    while (purse > 0 && pennies.length > 0) {
      pennies.shift();
      purse -= 1;
    }
    overdue.set(today, pennies.filter((dueOn) => toDayNumber(dueOn) < toDayNumber(today)).length);
  }
  return overdue;
}

describe('instalments', () => {
  it('are overdue as one finds who pays them penny by penny, day after day', () => {
    fc.assert(
      fc.property(agreed, payments, (due, paid) => {
        const expected = dayByDay(due, paid);
        const found = [...expected.keys()].map((on) => [on, overduePence(due, paid, on)]);
        expect(new Map(found as [string, number][])).toEqual(expected);
      }),
      {
        examples: [
          [[{ dueOn: '2026-04-02', amountPence: 3 }], [{ reference: 'P', amountPence: 2, paidOn: '2026-04-05' }]],
        ],
      },
    );
  });

  it('leave outstanding what was pledged less every payment up to the day', () => {
    fc.assert(
      fc.property(fc.nat(40), payments, day, (pledged, paid, on) => {
        let left = pledged;
        for (const one of paid) if (toDayNumber(one.paidOn) <= toDayNumber(on)) left -= one.amountPence;
        expect(outstandingPence(pledged, paid, on)).toBe(left);
      }),
    );
  });

  it('may be paid on the day they are due, and are overdue on the next', () => {
    const due = [{ dueOn: '2026-06-30', amountPence: 500 }];
    expect(overduePence(due, [], '2026-06-30')).toBe(0);
    expect(overduePence(due, [], '2026-07-01')).toBe(500);
    const paid = [{ reference: 'P', amountPence: 500, paidOn: '2026-07-02' }];
    expect(overduePence(due, paid, '2026-07-01')).toBe(500);
    expect(overduePence(due, paid, '2026-07-02')).toBe(0);
  });

  it('show what was paid above the pledge as less than nothing outstanding, and say nothing without a pledge', () => {
    const paid = [{ reference: 'P', amountPence: 700, paidOn: '2026-05-01' }];
    expect(outstandingPence(500, paid, '2026-05-01')).toBe(-200);
    expect(outstandingPence(null, paid, '2026-05-01')).toBeNull();
  });

  it('take the place of a payment of all, which counts where there are none', () => {
    const atOnce = { reference: 'C', pence: 9, on: '2026-05-01' };
    const one = { reference: 'P', amountPence: 4, paidOn: '2026-05-02' };
    expect(paymentsOf(atOnce, [])).toEqual([{ reference: 'C', amountPence: 9, paidOn: '2026-05-01' }]);
    expect(paymentsOf(atOnce, [one])).toEqual([one]);
    for (const pence of [0, null]) expect(paymentsOf({ ...atOnce, pence }, [])).toEqual([]);
  });
});
