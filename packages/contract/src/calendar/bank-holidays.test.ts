import Holidays from 'date-holidays';
import { BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO, ENGLAND_BANK_HOLIDAYS } from './bank-holidays';

const years = Array.from(
  { length: Number(BANK_HOLIDAYS_TO.slice(0, 4)) - Number(BANK_HOLIDAYS_FROM.slice(0, 4)) + 1 },
  (_, index) => Number(BANK_HOLIDAYS_FROM.slice(0, 4)) + index,
);
const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const listed = [...ENGLAND_BANK_HOLIDAYS.keys()];
const listedIn = (year: number) => listed.filter((date) => date.startsWith(`${year}-`));

describe('the bank holidays of England', () => {
  it('cover whole years, from 2019, without a gap', () => {
    expect(BANK_HOLIDAYS_FROM).toBe('2019-01-01');
    expect(BANK_HOLIDAYS_TO).toMatch(/-12-31$/);
    expect([...new Set(listed.map((date) => Number(date.slice(0, 4))))]).toEqual(years);
  });

  it.each(years)('of %i agree with an independent calendar, substitutes included', (year) => {
    // The independent calendar also names the weekend day that a substitute stands for; GOV.UK does not.
    const independent = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10))
      .filter((date) => !isWeekend(date));
    expect(listedIn(year)).toEqual([...new Set(independent)].sort());
  });

  it.each(years)('of %i number eight, and one more for each one-off', (year) => {
    const oneOffs: Record<number, number> = { 2022: 2, 2023: 1 };
    expect(listedIn(year)).toHaveLength(8 + (oneOffs[year] ?? 0));
  });

  it('never fall on a weekend, are in order and within the years covered', () => {
    expect(listed.filter(isWeekend)).toEqual([]);
    expect(listed).toEqual([...listed].sort());
    expect(listed.every((date) => date >= BANK_HOLIDAYS_FROM && date <= BANK_HOLIDAYS_TO)).toBe(true);
  });

  it('moved in 2020 from Monday 4 May to VE day, and in 2022 from 30 May to the jubilee weekend', () => {
    expect(ENGLAND_BANK_HOLIDAYS.has('2020-05-04')).toBe(false);
    expect(ENGLAND_BANK_HOLIDAYS.get('2020-05-08')).toBe('Early May bank holiday (VE day)');
    expect(ENGLAND_BANK_HOLIDAYS.has('2022-05-30')).toBe(false);
    expect(ENGLAND_BANK_HOLIDAYS.get('2022-06-02')).toBe('Spring bank holiday');
  });

  it.each([
    ['2022-06-03', 'Platinum Jubilee bank holiday'],
    ['2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['2022-12-26', 'Boxing Day'],
    ['2022-12-27', 'Christmas Day (substitute day)'],
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2027-12-27', 'Christmas Day (substitute day)'],
  ])('include %s, %s', (date, name) => {
    expect(ENGLAND_BANK_HOLIDAYS.get(date)).toBe(name);
  });
});
