import * as fc from 'fast-check';
import { isReportOverdue, networkStatus } from './network-rules';
import { NetworkStatus } from './network-status';

const day = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 86_400_000, max: Date.UTC(2029, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const maybeDay = fc.option(day, { nil: null });

/** Whole months from one day to a later one, counted as people do: the last of a month completes it. */
function isLaterThanTwelveMonths(from: string, to: string): boolean {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return months > 12 || (months === 12 && toDay > fromDay);
}

describe('the yearly report of a network', () => {
  it('is overdue exactly when a naive replay of its history says so', () => {
    fc.assert(
      fc.property(day, maybeDay, maybeDay, fc.array(day), (on, supportedFrom, endedOn, reports) => {
        let since: string | null = null;
        const events = [...reports, ...(supportedFrom ? [supportedFrom] : [])].sort();
        for (const event of events) if (event <= on) since = event;
        const isSupported = supportedFrom !== null && supportedFrom <= on && !(endedOn !== null && endedOn <= on);
        expect(isReportOverdue(on, { supportedFrom, endedOn }, reports)).toBe(
          isSupported && isLaterThanTwelveMonths(since!, on),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('is overdue the day after twelve months, from 29 February after 28 February', () => {
    const history = { supportedFrom: '2024-02-29', endedOn: null };
    expect(isReportOverdue('2025-02-28', history, [])).toBe(false);
    expect(isReportOverdue('2025-03-01', history, [])).toBe(true);
    expect(isReportOverdue('2025-03-01', history, ['2024-03-01'])).toBe(false);
    expect(isReportOverdue('2025-03-02', history, ['2024-03-01'])).toBe(true);
  });

  it('stays overdue until a report is made', () => {
    fc.assert(
      fc.property(day, day, day, (supportedFrom, first, second) => {
        const [on, later] = [first, second].sort() as [string, string];
        const history = { supportedFrom, endedOn: null };
        fc.pre(isReportOverdue(on, history, []));
        expect(isReportOverdue(later, history, [])).toBe(true);
        expect(isReportOverdue(later, history, [later])).toBe(false);
      }),
    );
  });
});

describe('the status of a network', () => {
  it('is supported only by a final decision', () => {
    fc.assert(
      fc.property(maybeDay, maybeDay, fc.boolean(), (supportedFrom, endedOn, isFinal) => {
        const status = networkStatus({ supportedFrom, endedOn }, isFinal);
        expect(status === NetworkStatus.SUPPORTED).toBe(isFinal && supportedFrom !== null && endedOn === null);
        expect(status === NetworkStatus.ENDED).toBe(endedOn !== null);
      }),
    );
  });
});
