/** Ten digits, closed up or in the groups of 3, 3 and 4 in which they are printed. */
const PATTERN = /^(\d{10}|\d{3} \d{3} \d{4})$/;

/**
 * Whether `text` is a well-formed NHS number: ten digits, written `9434765919` or `943 476 5919`, of
 * which the last is the check digit.
 *
 * The check is modulus 11: digit i of the first nine is multiplied by 11 − i, the sum is divided by
 * 11, and 11 less the remainder is the tenth digit, where 11 is written 0 and 10 cannot occur. Of
 * 943 476 5919 the sum is 299, the remainder 2 and the check digit 9.
 *
 * Well formed is not issued: nothing here says that the number was ever given to a person.
 *
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const digits = [...text.replaceAll(' ', '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  // 11 less the remainder is one of 1 to 11; modulus 11 once more writes 11 as 0 and leaves 10, no digit.
  return (11 - (sum % 11)) % 11 === digits[9];
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
