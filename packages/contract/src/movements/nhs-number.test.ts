import * as fc from 'fast-check';
import { isNeverIssuedNhsNumber, isNhsNumber, nhsNumberFault } from './nhs-number';

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

describe('a number that is said to be a child’s', () => {
  it.each([
    ['of England, Wales or the Isle of Man', '4010232137'],
    ['of England, Wales or the Isle of Man, of the later range', '6000000014'],
    ['of England, of its lowest range', '3000000011'],
    ['of Northern Ireland', '3200000015'],
    ['of Scotland, born on 31 December 1999', '3112990013'],
    ['of Scotland, born on 29 February 2012', '2902120028'],
    ['for demonstration', '9990000018'],
  ])('may be one %s', (_, number) => {
    expect(nhsNumberFault(number)).toBeNull();
  });

  it.each([...'0123456789'])('is no dummy of %s alone, which is well formed', (digit) => {
    expect(isNhsNumber(digit.repeat(10))).toBe(true);
    expect(nhsNumberFault(digit.repeat(10))).toBe('DUMMY');
  });

  it.each([
    ['5000000013', 'a range that is kept back'],
    ['8000000016', 'a range that is used outside the United Kingdom'],
    ['9434765919', 'a synthetic range'],
    ['0123456789', 'Scotland, but of no month'],
    ['2902130015', 'Scotland, but of no day'],
    ['9989999902', 'the range before that of demonstration'],
  ])('is not %s, of %s', (text) => {
    expect(isNhsNumber(text)).toBe(true);
    expect(nhsNumberFault(text)).toBe('NOT_ISSUED');
  });

  it('is judged as the ranges list it, one by one', () => {
    fc.assert(
      fc.property(fc.oneof(wellFormed, wellFormedChi), (number) => {
        expect(nhsNumberFault(number)).toBe(faultByTheList(number));
      }),
    );
  });

  it('is judged by its digits, however it is grouped', () => {
    fc.assert(
      fc.property(wellFormed, (number) => {
        const grouped = number.replace(/(...)(...)(....)/, '$1 $2 $3');
        expect(nhsNumberFault(grouped)).toBe(nhsNumberFault(number));
      }),
    );
  });
});

const twoDigits = (n: number) => String(n).padStart(2, '0');
const wellFormedChi = fc
  .tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 14 }), fc.nat(99), fc.nat(999))
  .map(([day, month, year, rest]) => [day, month, year].map(twoDigits).join('') + String(rest).padStart(3, '0'))
  .filter((prefix) => checkDigits(prefix).length === 1)
  .map((prefix) => prefix + checkDigits(prefix)[0]);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ISSUED: [from: number, to: number][] = [
  [3_000_000_000, 3_999_999_999],
  [4_000_000_000, 4_999_999_999],
  [6_000_000_000, 7_999_999_999],
  [9_990_000_000, 9_999_999_999],
];

/** The same, the long way. */
function faultByTheList(number: string): string | null {
  if (new Set(number).size === 1) return 'DUMMY';
  if (ISSUED.some(([from, to]) => Number(number) >= from && Number(number) <= to)) return null;
  const [day, month, year] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)].map(Number);
  const days = month === 2 && year! % 4 !== 0 ? 28 : (DAYS[month! - 1] ?? 0);
  return day! >= 1 && day! <= days ? null : 'NOT_ISSUED';
}

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
