import { hasNhsCheckDigit } from './nhs-check-digit';

/** By what somebody can be recognised. */
export type Recognisable =
  | 'an NHS number'
  | 'a date of birth'
  | 'initials and an age'
  | 'an address'
  | 'a postcode'
  | 'an e-mail address'
  | 'a telephone number';

/** The rule of {@link recognisableIn}, for those who are to keep it. */
export const NAMES_NOBODY = 'nothing by which somebody can be recognised, as a number, a birthday or an address';

/**
 * By what somebody can be recognised in a text that is to name nobody, or null. A name is not found, and cannot be.
 *
 * - **NHS number:** ten digits with a right check digit, in any groups. One in eleven other numbers of ten digits is taken
 *   for one.
 * - **Date of birth:** a day and month, in words too, beside a word that says so, as `born`, `DOB` or `date of birth`. A date
 *   without one is no date of birth: a reason and a letter have need of dates, as "moved on 3 March 2026".
 * - **Initials and an age:** `J.S. (7)`, `JS aged 7`; not those of several, as "aged 11 to 16".
 * - **Address:** a number before the name of a street, as `14 Acacia Avenue`.
 * - **Postcode:** a whole one, in any case; `Y7 1st term` has none.
 * - **E-mail address.**
 * - **Telephone number:** 10 or 11 digits from 0 on, or 8 to 15 after + or 00, in any groups.
 */
export function recognisableIn(text: string): Recognisable | null {
  const read = asRead(text);
  if (E_MAIL.test(read)) return 'an e-mail address';
  if (DATE_OF_BIRTH.test(read)) return 'a date of birth';
  if (POSTCODE.test(read)) return 'a postcode';
  if (ADDRESS.test(read)) return 'an address';
  if (INITIALS_AND_AGE.test(read)) return 'initials and an age';
  return numberIn(read.replace(WRITTEN_DATE, '…'));
}

/**
 * A text as it is read: digits of all scripts are digits, letters that look like those of English are these, and what is not
 * seen, or stands above or below a character, is not there.
 */
function asRead(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\p{Cf}\p{M}\u115f\u1160]/gu, '')
    .replace(/(?!\d)\p{Nd}/gu, digitOf)
    .replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => ENGLISH[LOOKALIKES.indexOf(letter)] ?? letter)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s/gu, ' ');
}

/** Letters of Cyrillic and Greek, and those of English that they look like. */
const LOOKALIKES = 'АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧορ';
const ENGLISH = 'ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXop';

/** A digit of another script, all of which have ten in a row from 0 on. */
function digitOf(digit: string): string {
  const at = digit.codePointAt(0)!;
  let zero = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((at - zero) % 10);
}

const E_MAIL = /[^\s@]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u;

/** Inward codes have no C, I, K, M, O and V. In `Y7 1st` the letters are those of a number in words. */
const POSTCODE =
  /(?<![\p{L}\p{N}])(?![\p{Lu}\p{N}]+[ -]{0,2}\d(?:st|nd|rd|th))(?:[A-Za-z]{1,2}\d[A-Za-z\d]?|[Gg][Ii][Rr])[ -]{0,2}\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/u;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const UNITS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const TEENS = 'tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth';
const IN_WORDS = `(?:(?:twenty|thirty)[ -])?(?:${UNITS})|${TEENS}|twentieth|thirtieth`;
/**
 * Day and month, with a year or without: `12/05/2014`, `12 05 14`, `2014-05-12`, `20140512`, `12/5`, `3rd of March`, `March 3`,
 * `third of March`. `The second may` is none.
 */
const DAY = String.raw`(?<!\d)(?:(?<!\p{L})(?:${IN_WORDS})(?: day)? (?:of |(?!may))${MONTH}(?!\p{L})|\d{1,2}([-/. ])\d{1,2}\1\d{2,4}|\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{6}(?:\d{2})?|\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?${MONTH}(?!\p{L})|(?<!\p{L})${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?)(?!\d)`;
const BIRTH = String.raw`(?<![\p{L}-])(?:born|birthday|birth[ -]?date|date of birth|d\.? ?o\.? ?b\.?)(?!-?\p{L})`;
/** What may stand between them: some words of the same sentence. */
const BETWEEN = String.raw`(?:[^.!?;]|\.(?! )){0,40}?`;
const DATE_OF_BIRTH = new RegExp(
  `${BIRTH}${BETWEEN}${DAY}|${DAY.replace(String.raw`\1`, String.raw`\2`)}${BETWEEN}${BIRTH}`,
  'iu',
);

/** Number and street; the words that are a walk, a way or a court of other things too are left out. */
const ADDRESS =
  /(?<![\p{L}\d])\d{1,3}[A-Za-z]?,? (?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|Road|Rd|Avenue|Ave|Lane|Gardens|Terrace|Crescent|Grove|Mews|Square)(?!\p{L})/u;

/** `YP` is a young person. */
const INITIALS = String.raw`(?<![\p{L}.])(?:\p{Lu}\. ?\p{Lu}(?:\. ?\p{Lu})?\.?|(?!YP)\p{Lu}{2})(?!\p{L})`;
const INITIALS_AND_AGE = new RegExp(
  String.raw`${INITIALS},? ?(?:\(?aged? |(?<=\.,? ?)\()\d{1,2}(?!\d| ?[-+/–]| (?:to|and|or)(?!\p{L}))`,
  'u',
);

/** A date with a year, which is no part of a longer number in groups: its digits are of no number. */
const WRITTEN_DATE = new RegExp(
  [
    String.raw`(?<!\d[-/.]?)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?![-/.]?\d)`,
    String.raw`(?<!\d[-/.]?)(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])(?![-/.]?\d)`,
  ].join('|'),
  'gu',
);

/** Digits in groups, with no more between two groups than may stand in a number. */
const GROUPED_DIGITS = /(?:\+[ ().\-/_]{0,3})?\d+(?:(?:[ ().\-/_]{1,3}|[,;|*·•~=])\d+)*/gu;

function numberIn(text: string): Recognisable | null {
  for (const [run] of text.matchAll(GROUPED_DIGITS)) {
    const groups = run.match(/\+|\d+/gu)!;
    for (let first = 0; first < groups.length; first++) {
      let number = '';
      for (let last = first; last < groups.length && number.length <= MOST_DIGITS; last++) {
        number += groups[last]!;
        if (/^\d{10}$/.test(number) && hasNhsCheckDigit(number)) return 'an NHS number';
        if (TELEPHONE.test(number)) return 'a telephone number';
      }
    }
  }
  return null;
}

const TELEPHONE = /^(?:0\d{9,10}|(?:\+|00)[1-9]\d{7,14})$/;
/** Digits, and the sign before them, that a telephone number has at most. */
const MOST_DIGITS = 17;
