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
    ['٩٤٣ ٤٧٦ ٥٩١٩', 'an NHS number'],
    ['९४३ ४७६ ५९१९', 'an NHS number'],
    ['9\u03324\u03323\u03324765919', 'an NHS number'],
    ['9\ufe0f\u20e34\ufe0f\u20e33\ufe0f\u20e3 476 5919', 'an NHS number'],
    ['943,476,5919', 'an NHS number'],
    ['943|476|5919', 'an NHS number'],
    ['943·476·5919', 'an NHS number'],
    ['\u202e943 476 5919\u202c', 'an NHS number'],
    ['Born in Lambeth on 3 March 2014', 'a date of birth'],
    ['Born on the third of March, two thousand and fourteen', 'a date of birth'],
    ['date of birth: twenty-first of May 2014', 'a date of birth'],
    ['DOB thirtieth June', 'a date of birth'],
    ['bоrn on 3 March', 'a date of birth'],
    ['They live at ЅW1А 1АА now', 'a postcode'],
    ['They live at 14 Acacia Avenue', 'an address'],
    ['Flat 3, 22b Old Kent Road', 'an address'],
    ['J.S. (7) was seen', 'initials and an age'],
    ['J. S., aged 7, was seen', 'initials and an age'],
    ['JS aged 7', 'initials and an age'],
    ['JS (age 11)', 'initials and an age'],
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
    'Babies born early: the second may need more time.',
    'YP aged 16 and over; UASC aged 16, LAC aged 5 to 10, CP aged 0-4.',
    'Phase 2 Learning Walk; the 3 Family Courts.',
    'Change Makers, hub 2 of 3; 2 Change Makers each hub.',
    'Working Together 2023, chapter 4, paragraphs 5 to 12.',
    'Budget 2025-26 and 2026-27: £45,000, £12,500 and £1,250.',
    'Neglect audit: 12 of 30 files; 5,10 and 15 weeks.',
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

describe('ordinary prose of a partnership', () => {
  it.each([
    'The Executive agreed the neglect strategy 2026-29 and asked for a report in Q3 2026/27.',
    'Metropolitan Police East Area BCU will chair from 1 April 2027 to 31 March 2028.',
    'Two Change Makers joined each of the three hubs, aged 16 to 21.',
    'Children aged 11 to 16 told us that they want one worker, and not five.',
    'Section 47 enquiries rose by 12% between April and September 2026 (from 340 to 381).',
    'Working Together 2023, chapter 5, paragraph 327 sets six months for a review.',
    'NHS North East London ICB did not accept recommendation 4, because commissioning lies with NHSE.',
    'The audit looked at 30 files across 8 agencies and found 12 gaps in recording.',
    'Strengthen the pathway between CAMHS, the GP and the school nurse by 31/03/2027.',
    'Training: 45 of 60 places taken; 38 delegates confident after, 21 before.',
    'Actions 1.1, 1.2 and 2.3 are complete; 3.4 is due on 30 June 2027.',
    'The Chair wrote to the Secretary of State on 12 October 2026 about UASC aged 16 and 17.',
    'Lambeth, Southwark and Lewisham raised knife crime around the 3 transport hubs.',
    'Risk 7: loss of 2 FTE in the partnership team from 1/4/27.',
    'Published on the website, page 14 of the annual report 2025-26.',
    'The born-early pathway was reviewed on 3 March 2026 with maternity services.',
    'Unborn baby protocol, second edition, agreed on 14 May 2026.',
    'The meeting of 10.00-12.00 on 12/05/2026 was moved to 14.00.',
    'Cost: £12,500 in 2025/26, £13,000 in 2026/27 and £13,500 in 2027/28.',
    'See LON-28, HAV-13 and TRI-28 of the three documents.',
    'Police powers under sections 46 and 47 of the Children Act 1989.',
    'Ofsted inspected in weeks 3 and 4 of term 2; JTAI theme: domestic abuse of 0 to 7 year olds.',
    'A 7 minute briefing on fabricated illness went to 24 teams.',
    'Learning hub 3 of 2026: contextual safeguarding at stations on the A23 and the 159 bus.',
    'The threshold document has 4 levels; level 3 is targeted help.',
    'DfE guidance of 15 December 2023 names lead and delegated safeguarding partners.',
    'Housing to share the list of temporary accommodation weekly, 52 times a year.',
    'Attendance: LA 11 of 12, NHS 10 of 12, police 7 of 12.',
    'The scrutineer spoke with 14 practitioners and 9 young people in March and April 2026.',
    'MARAC and MAPPA chairs meet 4 times a year, next on Tuesday 2 February 2027.',
    "St George's and King's College hospitals share the bruising protocol.",
    'School Road Safety week, 16-22 November 2026.',
    'The Square Mile and Hackney work as one partnership since 2006.',
    'Group 2 Lane Manager role out to advert; 3 applications.',
    'We ask for 3 Safe Streets workshops in Year 6 of 40 primary schools.',
    'Response rate 62.5% (n = 1,204); 95% interval 59.7-65.2.',
    'Reference EX/2026/11 was superseded by EX/2027/1 on 9 January 2027.',
    'A decision of 2026-09-01, signed on 2026-09-10, 2026-09-12 and 2026-09-15.',
    "The ICB's designated doctor (0.6 WTE) covers 5 boroughs from 1 July.",
    'Under 1s: 3 in 10 open plans; under 5s: 6 in 10.',
  ])('names nobody: %s', (text) => {
    expect(recognisableIn(text)).toBeNull();
  });
});
