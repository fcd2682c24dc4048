import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { day, meetingDays } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { eachWithin } from './each-within';
import type { Evidence } from './evidence';
import { recorded } from '../../../testing/recorded';
import { isAYearOld } from '../../../testing/walked-year';

const eachYear = (networks: readonly Evidence[], on: string) =>
  eachWithin({ evaluator: 'EACH_WITHIN', records: ObligationRecordKind.NETWORK, months: 12 }, networks, on);

const invited = (
  days: readonly string[],
  supportedFrom = '2023-11-01',
  endedOn: string | null = null,
  record = 'network',
): Evidence => {
  const kind = ObligationRecordKind.NETWORK_INVITATION;
  const parts = days.map((doneOn, index) => ({
    ...{ name: 'INVITATION', doneOn },
    shown: { kind, record: `invitation-${record}-${index}`, doneOn, isSynthetic: false },
  }));
  const endsOn = endedOn && fromDayNumber(toDayNumber(endedOn) - 1);
  return recorded(ObligationRecordKind.NETWORK, { record, doneOn: supportedFrom, isSynthetic: true, endsOn, parts });
};
const network = fc
  .tuple(meetingDays, day, fc.option(day))
  .map(([days, supportedFrom, endedOn]) => invited(days, supportedFrom, endedOn));

/** Whether more than a year has passed, by walking a day at a time until the same day comes round. */
function isOverAYear(from: string, on: string): boolean {
  const anniversary = from.slice(5) === '02-29' ? '02-28' : from.slice(5);
  let one = toDayNumber(from) + 300;
  while (!fromDayNumber(one).endsWith(anniversary)) one += 1;
  return on > fromDayNumber(one);
}

it('an annual invitation of each network is overdue as long as one that is supported was not invited for over a year', () => {
  fc.assert(
    fc.property(fc.array(network, { maxLength: 4 }), day, (networks, on) => {
      const supported = networks.filter(({ doneOn, endsOn }) => doneOn! <= on && (endsOn === null || endsOn >= on));
      const { status } = eachYear(networks, on);
      const isBroken = networks.some(({ doneOn, endsOn, parts }) => {
        if (doneOn! > on || (endsOn !== null && endsOn < doneOn!)) return false;
        const invitations = parts.map((part) => part.doneOn!).filter((one) => one > doneOn! && one <= on);
        const owed = [doneOn!, ...invitations, ...(endsOn !== null && endsOn < on ? [endsOn] : [])].sort();
        return owed.some((one, at) => at > 0 && isOverAYear(owed[at - 1]!, one) && !isAYearOld(one, on));
      });
      const isLate = supported.some(({ doneOn: supportedFrom, parts }) => {
        const last = parts
          .map(({ doneOn }) => doneOn!)
          .filter((one) => one <= on)
          .sort()
          .at(-1);
        return isOverAYear(last ?? supportedFrom!, on);
      });
      expect(status === 'OVERDUE').toBe(isLate);
      expect(status === 'BREACHED').toBe(isBroken && !isLate);
      if (supported.length === 0 && !isBroken) expect(status).toBe('NOT_ASSESSABLE');
    }),
  );
});

describe('the chair of a network', () => {
  it('is invited in time on the very day a year later, from a leap day on 28 February', () => {
    expect(eachYear([invited(['2024-02-29'])], '2025-02-27').status).toBe('MET');
    expect(eachYear([invited(['2024-02-29'])], '2025-02-28')).toMatchObject({ status: 'DUE', nextDue: '2025-02-28' });
    expect(eachYear([invited(['2024-02-29'])], '2025-03-01').status).toBe('OVERDUE');
  });

  it('who is not invited makes the whole overdue, however often another is', () => {
    expect(eachYear([invited(['2026-01-01']), invited([], '2023-11-01', null, 'other')], '2026-02-01')).toMatchObject({
      ...{ status: 'OVERDUE', nextDue: '2024-11-01', lastMet: '2026-01-01' },
      reason: 'Not within 12 months for 1 of 2: other.',
      shownBy: [
        { kind: 'NETWORK', isSynthetic: true },
        { kind: 'NETWORK_INVITATION', isSynthetic: false },
      ],
    });
  });

  it('who was invited too late is seen for twelve months, and one who was not before support ended', () => {
    expect(eachYear([invited(['2025-03-01'], '2024-01-01')], '2026-02-28')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'None for network between 2024-01-01 and 2025-03-01.', nextDue: '2026-03-01' },
    });
    expect(eachYear([invited(['2025-03-01'], '2024-01-01')], '2026-03-01').status).toBe('DUE');
    expect(eachYear([invited([], '2024-01-01', '2025-03-02')], '2025-06-01').status).toBe('BREACHED');
  });

  it('is owed an invitation within a year of the document that asks for it', () => {
    const rule = { evaluator: 'EACH_WITHIN', records: ObligationRecordKind.NETWORK, months: 12 } as const;
    const under = (on: string) => eachWithin(rule, [invited([], '2020-01-01')], on, '2024-06-01').status;
    expect([under('2025-05-31'), under('2025-06-01'), under('2025-06-02')]).toEqual(['MET', 'DUE', 'OVERDUE']);
  });

  it('is owed no invitation after support has ended', () => {
    expect(eachYear([invited([], '2025-11-01', '2026-02-01')], '2026-02-01').status).toBe('NOT_ASSESSABLE');
  });
});

describe('the update of each subgroup, once a quarter', () => {
  const eachQuarter = (networks: readonly Evidence[], on: string) =>
    eachWithin({ evaluator: 'EACH_WITHIN', records: ObligationRecordKind.NETWORK, every: 'QUARTER' }, networks, on);

  it('may come late in a quarter after one that came early in the quarter before', () => {
    const early = [invited(['2026-01-05'], '2025-11-01')];
    expect(eachQuarter(early, '2026-03-31')).toMatchObject({ status: 'MET', nextDue: '2026-06-30' });
    expect(eachQuarter(early, '2026-06-30').status).toBe('DUE');
    expect(eachQuarter(early, '2026-07-01')).toMatchObject({
      ...{ status: 'OVERDUE', reason: 'Not within the last quarter for 1 of 1: network.' },
    });
  });

  it('is due of all while it is of one', () => {
    const other = invited(['2026-01-05'], '2025-11-01', null, 'other');
    expect(eachQuarter([invited(['2026-04-20'], '2026-02-01'), other], '2026-05-01').status).toBe('DUE');
  });
});

it('what was done before it began keeps nothing late that began since', () => {
  const early = invited(['2023-12-01', '2026-02-01'], '2025-11-01');
  expect(eachYear([early], '2026-03-01').status).toBe('MET');
});

it('what was over before anything of its kind was recorded was owed nothing', () => {
  expect(eachYear([invited([], '2025-11-01', '2024-01-01'), invited([], '2025-11-01')], '2026-02-01').status).toBe(
    'MET',
  );
});
