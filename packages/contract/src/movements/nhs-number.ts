import { hasNhsCheckDigit } from '@hub/access';

/** Ten digits, closed up or in the groups of 3, 3 and 4 in which they are printed. */
const PATTERN = /^(\d{10}|\d{3} \d{3} \d{4})$/;

/**
 * Whether `text` is a well-formed NHS number: ten digits, written `9434765919` or `943 476 5919`, of
 * which the last is the check digit.
 *
 * Well formed is not issued: nothing here says that the number was ever given to a person.
 *
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(text: string): boolean {
  return PATTERN.test(text) && hasNhsCheckDigit(text.replaceAll(' ', ''));
}

/** Why a text is no number that a child can have: its form, a dummy, or a range that nobody is given a number of. */
export type NhsNumberFault = 'NOT_WELL_FORMED' | 'DUMMY' | 'NOT_ISSUED';

/**
 * What is wrong with a number that is said to be a child's; null where a child may have it.
 *
 * Ten times the same digit is well formed, whichever digit it is, and is what is typed where there is no number: all such
 * children would be taken for one. What a number begins with says where it is issued:
 *
 * | begins with | issued                                                                                       |
 * | ----------- | -------------------------------------------------------------------------------------------- |
 * | 0, 1, 2     | in Scotland: a CHI number, which begins with the day of birth as DDMMYY, and so 30 and 31    |
 * | 3           | in Northern Ireland (320 and later), Scotland and England. Its sources differ on 311 to 319  |
 * | 4, 6, 7     | in England, Wales and the Isle of Man                                                        |
 * | 5           | nowhere                                                                                      |
 * | 8           | nowhere in the United Kingdom                                                                |
 * | 9           | never: synthetic. Those of 999 are let through, for demonstration: no person has one         |
 *
 * Sources: NHS Data Dictionary, HEALTH AND CARE NUMBER and COMMUNITY HEALTH INDEX NUMBER; the ranges as
 * https://github.com/uk-fci/nhs-number and https://docs.rs/nhs-number list them, and where they differ nothing is refused.
 */
export function nhsNumberFault(text: string): NhsNumberFault | null {
  if (!isNhsNumber(text)) return 'NOT_WELL_FORMED';
  const digits = text.replaceAll(' ', '');
  if (/^(\d)\1{9}$/.test(digits)) return 'DUMMY';
  return /^([3467]|999)/.test(digits) || beginsWithBirthday(digits) ? null : 'NOT_ISSUED';
}

/** Whether the first six digits can be a day of birth, as DDMMYY, in a century that is not said. */
function beginsWithBirthday(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((start) => Number(digits.slice(start, start + 2))) as [
    number,
    number,
    number,
  ];
  // 2000 had a 29 February, and so has every fourth year around it.
  const read = new Date(Date.UTC(2000 + year, month - 1, day));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
}

/**
 * Whether `text` is a well-formed NHS number of the range 999 000 0000 to 999 999 9999, which is
 * never issued. Only these may stand in demonstration data: no person can have one.
 *
 * Source: https://docs.rs/nhs-number.
 */
export function isNeverIssuedNhsNumber(text: string): boolean {
  return isNhsNumber(text) && text.startsWith('999');
}
