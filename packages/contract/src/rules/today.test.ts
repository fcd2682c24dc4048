import { todayInLondon } from './today';

describe('the day in London', () => {
  it('is the day of Greenwich in winter', () => {
    expect(todayInLondon(new Date('2026-01-05T23:59:59Z'))).toBe('2026-01-05');
  });

  it('is a day ahead of UTC in the last hour of a summer evening', () => {
    expect(todayInLondon(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });
});
