import * as fc from 'fast-check';
import { isNeverIssuedNhsNumber, isNhsNumber } from './nhs-number';

const nine = fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));
const checkDigits = (prefix: string) => [...'0123456789'].filter((digit) => isNhsNumber(prefix + digit));
const wellFormed = nine
  .filter((prefix) => checkDigits(prefix).length === 1)
  .map((prefix) => prefix + checkDigits(prefix)[0]);

describe('an NHS number', () => {
  it.each(['9434765919', '943 476 5919', '9990000018', '999 000 0026'])('can be %s', (text) => {
    expect(isNhsNumber(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '943 476 5918'],
    ['nine digits', '943476591'],
    ['eleven digits', '94347659190'],
    ['other groups', '9434 765 919'],
    ['one space only', '943 4765919'],
    ['hyphens', '943-476-5919'],
    ['a space around it', ' 9434765919'],
    ['letters', '943476591X'],
    ['digits of another script', '٩٤٣٤٧٦٥٩١٩'],
    ['nothing', ''],
  ])('cannot have %s', (_, text) => {
    expect(isNhsNumber(text)).toBe(false);
  });

  it('writes a check digit of 11 as 0', () => {
    // 1×10 + 1×9 + 1×3 = 22, remainder 0.
    expect(checkDigits('110000010')).toEqual(['0']);
  });

  it('does not exist where the check digit would be 10', () => {
    // 9×10 + 9×9 + 9×8 = 243, remainder 1.
    expect(checkDigits('999000000')).toEqual([]);
  });

  it('has at most one check digit for its first nine', () => {
    fc.assert(
      fc.property(nine, (prefix) => {
        expect(checkDigits(prefix).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reveals any one digit mistaken', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const digits = [...number];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(isNhsNumber(digits.join(''))).toBe(false);
      }),
    );
  });

  it('reveals two neighbouring digits exchanged', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(8), (number, place) => {
        fc.pre(number[place] !== number[place + 1]);
        const exchanged =
          number.slice(0, place) + number.charAt(place + 1) + number.charAt(place) + number.slice(place + 2);
        expect(isNhsNumber(exchanged)).toBe(false);
      }),
    );
  });
});

describe('an NHS number that is never issued', () => {
  it('begins with 999', () => {
    expect(isNeverIssuedNhsNumber('9990000018')).toBe(true);
    expect(isNeverIssuedNhsNumber('999 000 0018')).toBe(true);
    expect(isNeverIssuedNhsNumber('999 999 9999')).toBe(true);
  });

  it('is not one a person may have, nor one with a wrong check digit', () => {
    expect(isNeverIssuedNhsNumber('943 476 5919')).toBe(false);
    expect(isNeverIssuedNhsNumber('999 000 0019')).toBe(false);
    expect(isNeverIssuedNhsNumber('999')).toBe(false);
  });
});
