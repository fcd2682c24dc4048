import { ReportDispatch, toDayNumber } from '@hub/contract';
import fc from 'fast-check';
import { withDue } from './with-due';

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const sent = (recipient: string, sentOn: string) =>
  Object.assign(new ReportDispatch(), { id: 'r:p', recipient, sentOn, isSynthetic: false });
const requirement = {
  recipients: [
    { part: 'panel', name: 'Panel', isRequired: true, withinDays: 7, sources: ['HAV-30'] },
    { part: 'board', name: 'Board', isRequired: true, withinDays: null, sources: ['HAV-22'] },
  ],
};

describe('the last day for a copy of a report', () => {
  it('is so many days of the calendar after publication, and that day is in time', () => {
    fc.assert(
      fc.property(day, day, (publishedOn, sentOn) => {
        const { dueOn, isInTime } = withDue(sent('panel', sentOn), { publishedOn }, requirement);
        expect(toDayNumber(dueOn!)).toBe(toDayNumber(publishedOn) + 7);
        expect(isInTime).toBe(toDayNumber(sentOn) - toDayNumber(publishedOn) <= 7);
      }),
    );
  });

  it.each([
    ['over a leap day', '2024-02-26', '2024-03-04', true],
    ['over Easter, whose holidays are days of the calendar', '2026-04-02', '2026-04-09', true],
    ['a day late', '2026-04-02', '2026-04-10', false],
    ['before publication', '2026-04-02', '2026-04-01', true],
  ])('%s', (_, publishedOn, sentOn, isInTime) => {
    expect(withDue(sent('panel', sentOn), { publishedOn }, requirement)).toMatchObject({ isInTime });
  });

  it('is not known where the document states no time, names nobody, or asks for no such report', () => {
    const unknown = { dueOn: null, isInTime: null };
    expect(withDue(sent('board', '2026-05-01'), { publishedOn: '2026-04-02' }, requirement)).toMatchObject(unknown);
    expect(withDue(sent('other', '2026-05-01'), { publishedOn: '2026-04-02' }, requirement)).toMatchObject(unknown);
    expect(withDue(sent('panel', '2026-05-01'), { publishedOn: '2026-04-02' }, null)).toMatchObject(unknown);
  });
});
