import { toDayNumber } from '@hub/scalars';

const PATTERN = /^\d{4}-Q[1-4]$/;
const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'] as const;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;

/**
 * Whether `text` names a quarter of the calendar year, such as `2026-Q2` (April to June). A quarter
 * here is never one of the financial year, whose first quarter is the calendar's second.
 */
export function isQuarter(text: string): boolean {
  return PATTERN.test(text);
}

function parse(quarter: string): { year: string; index: number } {
  if (!isQuarter(quarter)) {
    throw new RangeError(`A quarter must be of a calendar year such as 2026-Q2, not ${JSON.stringify(quarter)}.`);
  }
  return { year: quarter.slice(0, 4), index: Number(quarter.slice(6)) - 1 };
}

/**
 * The calendar quarter `date` lies in: Q1 January to March, Q2 April to June, Q3 July to September,
 * Q4 October to December.
 *
 * @param date a day as `YYYY-MM-DD`
 * @returns a quarter such as `2026-Q2`
 * @throws RangeError where `date` is not a day
 */
export function quarterOf(date: string): string {
  toDayNumber(date);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/**
 * The first and the last day of a calendar quarter, both within it: `2026-Q2` is
 * `{ from: '2026-04-01', to: '2026-06-30' }`.
 *
 * @throws RangeError where `quarter` has another shape
 */
export function quarterBounds(quarter: string): { from: string; to: string } {
  const { year, index } = parse(quarter);
  return { from: `${year}-${FIRST_DAYS[index]}`, to: `${year}-${LAST_DAYS[index]}` };
}

/**
 * The calendar quarter before: of `2026-Q1` it is `2025-Q4`.
 *
 * @throws RangeError where `quarter` has another shape, or is the first of year 0
 */
export function previousQuarter(quarter: string): string {
  const { year, index } = parse(quarter);
  if (index > 0) return `${year}-Q${index}`;
  if (year === '0000') throw new RangeError('Quarters are known from 0000-Q1. Ask for a later one.');
  return `${String(Number(year) - 1).padStart(4, '0')}-Q4`;
}
