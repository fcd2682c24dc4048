import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from './calendar-day';
import {
  financialYearBounds,
  financialYearOf,
  isFinancialYear,
  nextFinancialYear,
  previousFinancialYear,
} from './financial-year';

const day = fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('2199-12-31') }).map(fromDayNumber);

describe('a financial year', () => {
  it.each(['2025-26', '2009-10', '1999-00', '2000-01', '2099-00'])('can be %s', (text) => {
    expect(isFinancialYear(text)).toBe(true);
  });

  it.each(['2025-27', '2025-25', '2026-25', '2025/26', '2025-2026', '25-26', '2025', ' 2025-26', '9999-00', ''])(
    'cannot be %j',
    (text) => {
      const error = new RangeError(
        `A financial year must be two consecutive years such as 2025-26, not ${JSON.stringify(text)}.`,
      );
      expect(isFinancialYear(text)).toBe(false);
      expect(() => financialYearBounds(text)).toThrow(error);
      expect(() => previousFinancialYear(text)).toThrow(error);
      expect(() => nextFinancialYear(text)).toThrow(error);
    },
  );

  it('runs from 1 April to 31 March', () => {
    expect(financialYearBounds('2025-26')).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    expect(financialYearBounds('1999-00')).toEqual({ from: '1999-04-01', to: '2000-03-31' });
  });

  it('changes at midnight before 1 April, not with the tax year on 6 April', () => {
    expect(financialYearOf('2026-03-31')).toBe('2025-26');
    expect(financialYearOf('2026-04-01')).toBe('2026-27');
    expect(financialYearOf('2026-04-05')).toBe('2026-27');
    expect(financialYearOf('2000-01-01')).toBe('1999-00');
  });

  it('holds every day it is said to be the year of', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { from, to } = financialYearBounds(financialYearOf(date));
        expect(from <= date && date <= to).toBe(true);
      }),
    );
  });

  it('ends the day before the next begins, and has that next year before it', () => {
    fc.assert(
      fc.property(day, (date) => {
        const year = financialYearOf(date);
        const next = nextFinancialYear(year);
        expect(toDayNumber(financialYearBounds(next).from)).toBe(toDayNumber(financialYearBounds(year).to) + 1);
        expect(previousFinancialYear(next)).toBe(year);
      }),
    );
  });

  it('follows and precedes over the turn of a century', () => {
    expect(nextFinancialYear('1998-99')).toBe('1999-00');
    expect(nextFinancialYear('1999-00')).toBe('2000-01');
    expect(previousFinancialYear('2000-01')).toBe('1999-00');
  });

  it('is refused beyond the four-digit calendar', () => {
    const error = new RangeError('Financial years are known from 0000-01 to 9998-99. Ask for one between them.');
    expect(() => nextFinancialYear('9998-99')).toThrow(error);
    expect(() => previousFinancialYear('0000-01')).toThrow(error);
    expect(() => financialYearOf('9999-04-01')).toThrow(error);
  });

  it('is refused for what is not a day', () => {
    expect(() => financialYearOf('2026-02-29')).toThrow(/day of the calendar/);
    expect(() => financialYearOf('2026')).toThrow(RangeError);
  });
});
