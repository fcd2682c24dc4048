import { BANK_HOLIDAY_ROWS } from './bank-holiday-rows';

/**
 * The first and the last day whose bank holidays are known: whole years, from that of the first row to that of the last. A
 * day outside them is not a day without holidays: nothing is known of it.
 */
export const BANK_HOLIDAYS_FROM = `${BANK_HOLIDAY_ROWS[0]![0].slice(0, 4)}-01-01`;
export const BANK_HOLIDAYS_TO = `${BANK_HOLIDAY_ROWS.at(-1)![0].slice(0, 4)}-12-31`;

/**
 * The bank holidays of England, from the day (`YYYY-MM-DD`, always Monday to Friday) to its name as
 * GOV.UK gives it. Where a holiday falls on a weekend the list holds its substitute day, and not the
 * weekend day itself.
 *
 * Source: GOV.UK, "UK bank holidays", England and Wales (https://www.gov.uk/bank-holidays; as JSON at
 * https://www.gov.uk/bank-holidays.json, which keeps some years only, so past years stay here).
 * One-off holidays can be proclaimed at short notice: run `npm run bank-holidays` each autumn and
 * whenever one is announced.
 */
export const ENGLAND_BANK_HOLIDAYS: ReadonlyMap<string, string> = new Map(BANK_HOLIDAY_ROWS);
