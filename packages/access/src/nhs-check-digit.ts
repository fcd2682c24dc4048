/**
 * Whether the last of ten digits is the check digit of an NHS number: modulus 11. Digit i of the first nine is multiplied by
 * 11 − i, the sum is divided by 11, and 11 less the remainder is the tenth digit, where 11 is written 0 and 10 cannot occur.
 * Of 9434765919 the sum is 299, the remainder 2 and the check digit 9.
 *
 * Source: NHS Data Dictionary, NHS NUMBER.
 *
 * @param digits - ten, and nothing else.
 */
export function hasNhsCheckDigit(digits: string): boolean {
  const sum = [...digits].slice(0, 9).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  // 11 less the remainder is one of 1 to 11; modulus 11 once more writes 11 as 0 and leaves 10, no digit.
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
