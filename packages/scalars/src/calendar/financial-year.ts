import { toDayNumber } from './calendar-day';

const PATTERN = /^(\d{4})-(\d{2})$/;
/** The last financial year that ends within the four-digit calendar is 9998-99. */
const LAST_START = 9998;

/**
 * Whether `text` names a local-government financial year: two consecutive years, such as `2025-26`
 * or `1999-00`.
 */
export function isFinancialYear(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const start = Number(match[1]);
  return start <= LAST_START && (start + 1) % 100 === Number(match[2]);
}

function startOf(financialYear: string): number {
  if (!isFinancialYear(financialYear)) {
    throw new RangeError(
      `A financial year must be two consecutive years such as 2025-26, not ${JSON.stringify(financialYear)}.`,
    );
  }
  return Number(financialYear.slice(0, 4));
}

function named(start: number): string {
  if (start < 0 || start > LAST_START) {
    throw new RangeError('Financial years are known from 0000-01 to 9998-99. Ask for one between them.');
  }
  return `${fourDigits(start)}-${String((start + 1) % 100).padStart(2, '0')}`;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}

/**
 * The financial year `date` lies in. Local government's begins on 1 April; the tax year, which begins on
 * 6 April, is another.
 *
 * @param date a day as `YYYY-MM-DD`
 * @returns a financial year such as `2025-26`
 * @throws RangeError where `date` is not a day
 */
export function financialYearOf(date: string): string {
  toDayNumber(date);
  const year = Number(date.slice(0, 4));
  return named(date.slice(5) >= '04-01' ? year : year - 1);
}

/**
 * The first and the last day of a financial year, both within it: `2025-26` is
 * `{ from: '2025-04-01', to: '2026-03-31' }`.
 *
 * @throws RangeError where `financialYear` is not two consecutive years
 */
export function financialYearBounds(financialYear: string): { from: string; to: string } {
  const start = startOf(financialYear);
  return { from: `${fourDigits(start)}-04-01`, to: `${fourDigits(start + 1)}-03-31` };
}

/**
 * The financial year before: of `2025-26` it is `2024-25`.
 *
 * @throws RangeError where `financialYear` is not two consecutive years
 */
export function previousFinancialYear(financialYear: string): string {
  return named(startOf(financialYear) - 1);
}

/**
 * The financial year after: of `2025-26` it is `2026-27`.
 *
 * @throws RangeError where `financialYear` is not two consecutive years
 */
export function nextFinancialYear(financialYear: string): string {
  return named(startOf(financialYear) + 1);
}
