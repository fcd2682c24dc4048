import { midnightInLondon, todayInLondon } from './today';

describe('the day in London', () => {
  it('is the day of Greenwich in winter', () => {
    expect(todayInLondon(new Date('2026-01-05T23:59:59Z'))).toBe('2026-01-05');
  });

  it('is a day ahead of UTC in the last hour of a summer evening', () => {
    expect(todayInLondon(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });
});

describe('a day in London begins', () => {
  it.each([
    ['at midnight UTC in winter', '2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['an hour earlier by UTC in summer', '2026-07-15', '2026-07-14T23:00:00.000Z'],
    ['still by winter on the day on which clocks go forward', '2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['by summer on the day after', '2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['still by summer on the day on which clocks go back', '2026-10-25', '2026-10-24T23:00:00.000Z'],
  ])('%s', (_, day, instant) => {
    expect(midnightInLondon(day).toISOString()).toBe(instant);
  });
});
