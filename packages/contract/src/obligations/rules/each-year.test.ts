import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { day, meetingDays } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { eachYear } from './each-year';
import type { InvitedNetwork } from './records-by-kind';

const invited = (
  days: readonly string[],
  supportedFrom = '2023-11-01',
  endedOn: string | null = null,
): InvitedNetwork => ({
  ...{ kind: ObligationRecordKind.NETWORK, record: 'network', doneOn: supportedFrom, isSynthetic: true, endedOn },
  invitations: days.map((doneOn, index) => ({
    ...{ kind: ObligationRecordKind.NETWORK_INVITATION, record: `invitation-${index}`, doneOn, isSynthetic: false },
  })),
});
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
      const supported = networks.filter(({ doneOn, endedOn }) => doneOn <= on && (endedOn === null || endedOn > on));
      const { status } = eachYear(networks, on);
      if (supported.length === 0) return expect(status).toBe('NOT_ASSESSABLE');
      const isLate = supported.some(({ doneOn: supportedFrom, invitations }) => {
        const last = invitations
          .map(({ doneOn }) => doneOn)
          .filter((one) => one <= on)
          .sort()
          .at(-1);
        return isOverAYear(last ?? supportedFrom, on);
      });
      expect(status === 'OVERDUE').toBe(isLate);
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
    expect(eachYear([invited(['2026-01-01']), invited([])], '2026-02-01')).toMatchObject({
      ...{ status: 'OVERDUE', nextDue: '2024-11-01', lastMet: '2026-01-01' },
      reason: 'Not invited for more than a year: the chairs of 1 of 2 supported networks.',
      shownBy: [
        { kind: 'NETWORK', isSynthetic: true },
        { kind: 'NETWORK_INVITATION', isSynthetic: false },
      ],
    });
  });

  it('is owed no invitation after support has ended', () => {
    expect(eachYear([invited([], '2023-11-01', '2026-02-01')], '2026-02-01').status).toBe('NOT_ASSESSABLE');
  });
});
