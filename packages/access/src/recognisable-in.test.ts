import * as fc from 'fast-check';
import { hasNhsCheckDigit } from './nhs-check-digit';
import { recognisableIn } from './recognisable-in';

const words = fc.constantFrom(
  'The child',
  'moved to',
  'see',
  'Agreed with the school,',
  'no later than',
  'because of',
  '(',
);
const around = fc.tuple(fc.array(words, { maxLength: 5 }), fc.array(words, { maxLength: 5 }));
const inText = (what: fc.Arbitrary<string>) =>
  fc.tuple(around, what).map(([[before, after], found]) => [...before, found, ...after].join(' '));
const two = (n: number) => String(n).padStart(2, '0');

const nhsNumber = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((n) => String(n).padStart(9, '0'))
  .map((nine) => [...'0123456789'].map((digit) => nine + digit).find(hasNhsCheckDigit))
  .filter((number) => number !== undefined);
/** A number, cut anywhere, its groups held apart by one kind of mark. */
const grouped = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(
      number,
      fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
      fc.constantFrom(' ', '-', '.', '/', '  ', ' - ', '–', '\u00a0'),
    )
    .map(([digits, cuts, mark]) =>
      [...digits].map((digit, at) => (at > 0 && cuts[at - 1] ? mark + digit : digit)).join(''),
    );
const letters = (from: string, length: number) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((all) => all.join(''));
const [ALPHABET, INWARD] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ABDEFGHJLNPQRSTUWXYZ'];
const postcode = fc
  .tuple(
    fc.oneof(letters(ALPHABET, 1), letters(ALPHABET, 2)),
    fc.nat(9),
    fc.oneof(fc.constant(''), fc.nat(9).map(String), letters(ALPHABET, 1)),
    fc.constantFrom(' ', '', '  '),
    fc.nat(9),
    letters(INWARD, 2),
    fc.boolean(),
  )
  .map(([area, district, more, space, sector, unit, isLower]) => {
    const text = `${area}${district}${more}${space}${sector}${unit}`;
    return isLower ? text.toLowerCase() : text;
  });
const telephone = fc.oneof(
  fc.nat(999_999_999).map((n) => `0${String(n).padStart(10, '2')}`),
  fc.nat(999_999_999).map((n) => `0${String(n).padStart(9, '1')}`),
  fc.nat(999_999_999).map((n) => `+44${String(n).padStart(10, '7')}`),
);
const MONTHS = [
  'January',
  'Feb',
  'March',
  'april',
  'May',
  'JUNE',
  'Jul',
  'August',
  'Sept',
  'October',
  'Nov',
  'December',
];
const day = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2001, max: 2026 }))
  .chain(([d, m, y]) =>
    fc.constantFrom(
      ...[
        `${two(d)}/${two(m)}/${y}`,
        `${d}.${m}.${y}`,
        `${two(d)}-${two(m)}-${two(y % 100)}`,
        `${two(d)} ${two(m)} ${y}`,
      ],
      ...[
        `${y}-${two(m)}-${two(d)}`,
        `${y}${two(m)}${two(d)}`,
        `${d} ${MONTHS[m - 1]} ${y}`,
        `${d}th of ${MONTHS[m - 1]}`,
      ],
      ...[`${MONTHS[m - 1]} ${d}, ${y}`, `${d}/${m}`],
    ),
  );
const birth = fc.constantFrom(
  'born',
  'Born on',
  'DOB',
  'dob:',
  'D.O.B.',
  'd.o.b',
  'date of birth',
  'Date of birth is',
  'birthday:',
);
const birthday = fc.oneof(
  fc.tuple(birth, day).map(([word, date]) => `${word} ${date}`),
  fc.tuple(day, birth).map(([date, word]) => `${date} (${word})`),
);
const address = fc
  .tuple(letters('abcdefgh.xyz', 6), letters('abcdefgh', 4), fc.constantFrom('org.uk', 'com', 'gov.uk', 'example'))
  .map(([name, host, end]) => `a${name}@${host}.${end}`);

describe('what somebody can be recognised by', () => {
  it.each([
    ['an NHS number, in any groups', grouped(nhsNumber)],
    ['a postcode, in any case', postcode],
    ['a telephone number, in any groups', grouped(telephone)],
    ['a date of birth, in the usual forms', birthday],
    ['an e-mail address', address],
  ])('is found wherever it stands in a text: %s', (_, what) => {
    fc.assert(fc.property(inText(what), (text) => expect(recognisableIn(text)).not.toBeNull()));
  });

  it.each([
    ['Known as 943 476 5919.', 'an NHS number'],
    ['NHS9434765919', 'an NHS number'],
    ['９４３ ４７６ ５９１９', 'an NHS number'],
    ['943\u200b4765919', 'an NHS number'],
    ['Seen on 2026-03-02, 9434765919', 'an NHS number'],
    ['Born in Lambeth on 3 March 2014', 'a date of birth'],
    ['DOB 12/05/14', 'a date of birth'],
    ['12.05.2014 (d.o.b.)', 'a date of birth'],
    ['They live at SW1A 1AA now', 'a postcode'],
    ['sw1a1aa', 'a postcode'],
    ['Write to zoe@example.org', 'an e-mail address'],
    ['Ring 020 7946 0001 at night', 'a telephone number'],
    ['+44 (0)20 7946 0001', 'a telephone number'],
    ['07946 000 001', 'a telephone number'],
    ['0044 20 7946 0001', 'a telephone number'],
  ])('is named: %s', (text, kind) => {
    expect(recognisableIn(text)).toBe(kind);
  });
});

describe('a text that names nobody', () => {
  it.each([
    'The family moved on 3 March.',
    'Moved on 2026-03-02, letter of 02/03/2026 10.15.',
    'Letter of 2026-03-02',
    'Letter of 2026-03-02 10 15',
    'RB/2026/114',
    'The baby was born early. They moved on 3 March 2026.',
    'A newborn, discharged on 3 March 2026.',
    'The tenancy runs for a year; the two teams do not agree.',
    'In Y7 1st term, Part B2 3rd review, S47 enquiry of 2026.',
    'Years 2024, 2025 and 2026; 45 working days; 15 of 33.',
    'E09000022 told E10000012 under CP6 2.4.1 and LON-17.',
    'movement:21KAHNDKP78Q8AF31H5WDW86BH',
    'Call 999 or 101; extension 4021.',
    '@ the meeting; a@b',
    '',
  ])('is one: %s', (text) => {
    expect(recognisableIn(text)).toBeNull();
  });

  it('may have any date in it that is of no birth', () => {
    fc.assert(fc.property(inText(day), (text) => expect(recognisableIn(text)).toBeNull()));
  });

  it('is looked at to its end, however it is made', () => {
    const parts = fc.constantFrom(
      'born ',
      '0',
      '12/',
      '1 2 3 ',
      'a@',
      '@',
      'SW1',
      'dob',
      ' - ',
      '(',
      '+',
      '2026-',
      'may ',
    );
    // An expression that goes back again and again would take minutes, and the test fail by its time.
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (some) => {
        const text = some.join('').repeat(2_000).slice(0, 2_000);
        expect(recognisableIn(text)).toBe(recognisableIn(`${text}…`));
      }),
      { numRuns: 50 },
    );
  });
});
