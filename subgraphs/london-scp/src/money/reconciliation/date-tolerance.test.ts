import { dateToleranceDays } from './date-tolerance';

describe('dateToleranceDays', () => {
  const of = (value?: string) => dateToleranceDays({ RECONCILIATION_DATE_TOLERANCE_DAYS: value });

  it('is two weeks unless it is set', () => {
    expect([of(), of(''), of('0'), of('30')]).toEqual([14, 14, 0, 30]);
  });

  it.each(['-1', '1.5', '367', 'fourteen'])('refuses %s, and says what to set', (value) => {
    expect(() => of(value)).toThrow(
      'RECONCILIATION_DATE_TOLERANCE_DAYS is not valid. Set it to a whole number of days from 0 to 366.',
    );
  });
});
