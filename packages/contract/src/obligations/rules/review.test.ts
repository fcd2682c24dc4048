import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { day } from '../../../testing/recorded-meetings';
import { recorded } from '../../../testing/recorded';
import { isOverdue } from '../../procedures/is-overdue';
import { ObligationRecordKind } from '../obligation-record-kind';
import { review } from './review';

const rule = { evaluator: 'REVIEW', records: ObligationRecordKind.TERMS_OF_REFERENCE } as const;
const due = (reviewDue: string | null, on: string) =>
  review(
    rule,
    [recorded(ObligationRecordKind.TERMS_OF_REFERENCE, { record: 'terms', doneOn: null, dueOn: reviewDue })],
    on,
  );

describe('the review of a document', () => {
  it('is due on each day of the date as it is written, and overdue after the last', () => {
    const written = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
    fc.assert(
      fc.property(written, day, (date, on) => {
        const { status, nextDue } = due(date, on);
        expect(status).toBe(on.startsWith(date) ? 'DUE' : on < date ? 'MET' : 'OVERDUE');
        expect(status === 'OVERDUE').toBe(isOverdue(date, on));
        expect(nextDue!.startsWith(date) && !fromDayNumber(toDayNumber(nextDue!) + 1).startsWith(date)).toBe(true);
      }),
    );
  });

  it('that was scheduled for May 2025 is overdue from June', () => {
    expect(due('2025-05', '2025-05-31')).toMatchObject({ status: 'DUE', nextDue: '2025-05-31' });
    expect(due('2025-05', '2025-06-01').status).toBe('OVERDUE');
  });

  it('cannot be told where nothing says when, or there is no document', () => {
    expect(due(null, '2026-01-01').status).toBe('NOT_ASSESSABLE');
    expect(review(rule, [], '2026-01-01')).toMatchObject({
      ...{ status: 'NOT_ASSESSABLE', reason: 'No terms of reference recorded.' },
    });
  });
});

describe('several actions', () => {
  const action = (record: string, dueOn: string | null, doneOn: string | null = null) =>
    recorded(ObligationRecordKind.RECOMMENDATION_ACTION, { record, dueOn, doneOn });
  const judge = (all: ReturnType<typeof action>[], on: string) => review(rule, all, on);

  it('are overdue when one is, and each that is late is shown', () => {
    const three = [action('a', '2026-01-10'), action('b', '2026-02-10'), action('c', '2026-09-10')];
    const { status, nextDue, shownBy } = judge(three, '2026-03-01');
    expect([status, nextDue, shownBy.map(({ record }) => record)]).toEqual(['OVERDUE', '2026-01-10', ['a', 'b']]);
  });

  it('that are all done are met, and not unknown', () => {
    expect(judge([action('a', null, '2026-01-10')], '2026-03-01')).toMatchObject({
      ...{ status: 'MET', lastMet: '2026-01-10' },
    });
  });
});
