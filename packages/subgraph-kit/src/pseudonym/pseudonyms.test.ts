import { randomBytes } from 'node:crypto';
import { PURPOSES, type Purpose } from '@hub/access';
import { isOfReference, isPseudonym, nhsNumberFault } from '@hub/contract';
import * as fc from 'fast-check';
import { type PseudonymKey } from './pseudonym-keys';
import { pseudonymsUnder } from './pseudonyms';

const purposes = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];
const nhsNumber = fc
  .integer({ min: 0, max: 999_999 })
  .map((n) => `999${String(n).padStart(6, '0')}`)
  .map((nine) => [...'0123456789'].map((digit) => nine + digit).find((number) => nhsNumberFault(number) === null))
  .filter((number) => number !== undefined);
const purpose = fc.constantFrom(...purposes);
const keyOf = (version: number): PseudonymKey => ({ version, secret: randomBytes(32) });
const under = (...keys: PseudonymKey[]) => pseudonymsUnder(Object.fromEntries(purposes.map((one) => [one, keys])));
const grouped = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
/** Six digits in a row do not come about by chance. */
const runsOf = (number: string) => [0, 1, 2, 3, 4].map((from) => number.slice(from, from + 6));

const first = keyOf(1);
const pseudonyms = under(first);

describe('a pseudonym', () => {
  it('is the HMAC-SHA-256 of purpose and number, with the version of its key', () => {
    const known = under({ version: 3, secret: Buffer.alloc(32, 'k') });
    // printf 'p1:CROSS_BOUNDARY_MOVEMENT:9990000018' | openssl dgst -sha256 -hmac kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
    expect(known.pseudonymOf('999 000 0018', 'CROSS_BOUNDARY_MOVEMENT')).toBe(
      'p1:3:W44UGxwqC7X0RjfyAjKwBcq5DPmWTs6xfwka_pRcFKs',
    );
  });

  it('is the same for the same child, however the number is spaced', () => {
    fc.assert(
      fc.property(nhsNumber, purpose, (number, why) => {
        const again = under({ ...first });
        expect(pseudonyms.pseudonymOf(grouped(number), why)).toBe(again.pseudonymOf(number, why));
      }),
    );
  });

  it('differs by child, by purpose and by key', () => {
    const other = under({ version: 1, secret: keyOf(1).secret });
    fc.assert(
      fc.property(fc.uniqueArray(nhsNumber, { minLength: 2, maxLength: 2 }), ([one, another]) => {
        const all = [one!, another!].flatMap((number) =>
          purposes.flatMap((why) => [pseudonyms.pseudonymOf(number, why), other.pseudonymOf(number, why)]),
        );
        expect(new Set(all).size).toBe(2 * 2 * purposes.length);
      }),
    );
  });

  it('is still known after its key was rotated out, and the new key makes the new ones', () => {
    const rotated = under(keyOf(2), first);
    fc.assert(
      fc.property(nhsNumber, purpose, (number, why) => {
        const [newest, ...older] = rotated.pseudonymsOf(number, why);
        expect(newest).toBe(rotated.pseudonymOf(number, why));
        expect(newest).toMatch(/^p1:2:/);
        expect(older).toEqual([pseudonyms.pseudonymOf(number, why)]);
      }),
    );
  });

  it('shows nothing of the number', () => {
    fc.assert(
      fc.property(nhsNumber, purpose, (number, why) => {
        const text = pseudonyms.pseudonymsOf(number, why).join(' ');
        expect(text).toMatch(/^p1:1:[\w-]{43}$/);
        expect(runsOf(number).filter((run) => text.includes(run))).toEqual([]);
      }),
    );
  });
});

describe('a pseudonym of a local reference', () => {
  const reference = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '');
  const authority = fc.constantFrom('E09000022', 'E09000026');
  const local = fc.record({ authority, reference, isUnborn: fc.boolean() });
  const [LAMBETH, REDBRIDGE] = ['E09000022', 'E09000026'] as const;
  const PURPOSE = 'CROSS_BOUNDARY_MOVEMENT';
  const of = (text: string, more: object = {}) =>
    pseudonyms.pseudonymsOfReference({ authority: LAMBETH, reference: text, isUnborn: false, ...more }, PURPOSE)[0]!;

  it('is the same for the same reference of the same authority, and says that there is no number', () => {
    fc.assert(
      fc.property(local, purpose, (child, why) => {
        const [found] = pseudonyms.pseudonymsOfReference({ ...child, reference: ` ${child.reference} ` }, why);
        expect(found).toBe(pseudonyms.pseudonymsOfReference(child, why)[0]);
        expect(isPseudonym(found!) && isOfReference(found!)).toBe(true);
      }),
    );
  });

  it('differs by authority, by child, and between a mother and the child whom she expects', () => {
    const all = [
      ...[of('M-4711'), of('M-4711', { authority: REDBRIDGE }), of('M-4711', { isUnborn: true })],
      ...[of('M-4711/2'), of('m-4711'), of('UNBORN:M-4711')],
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is never that of an NHS number, not even where a number is given as a reference', () => {
    fc.assert(
      fc.property(nhsNumber, fc.boolean(), (number, isUnborn) => {
        const ofNumber = pseudonyms.pseudonymOf(number, PURPOSE);
        expect(of(number, { isUnborn })).not.toBe(ofNumber);
        expect(isOfReference(ofNumber)).toBe(false);
      }),
    );
  });

  it('is still known after its key was rotated out', () => {
    const child = { authority: LAMBETH, reference: 'M-4711', isUnborn: false };
    const rotated = under(keyOf(2), first).pseudonymsOfReference(child, PURPOSE);
    expect(rotated).toEqual([expect.stringMatching(/^p2:2:[\w-]{43}$/), of('M-4711')]);
  });
});

describe('what is no NHS number', () => {
  it('is refused by the name of the field and a remedy, and is not repeated', () => {
    fc.assert(
      fc.property(nhsNumber, fc.integer({ min: 1, max: 9 }), (number, shift) => {
        const mistyped = number.slice(0, 9) + String((Number(number[9]) + shift) % 10);
        let error: unknown;
        try {
          pseudonyms.pseudonymOf(mistyped, 'CROSS_BOUNDARY_MOVEMENT');
        } catch (thrown) {
          error = thrown;
        }
        expect(error).toMatchObject({
          message:
            'nhsNumber is not an NHS number that a child can have: ten digits, of which the last is the check digit. ' +
            'Compare it with its source.',
          extensions: { code: 'BAD_USER_INPUT' },
        });
      }),
    );
  });

  const dummies = ['0000000000', '4444444444', '999 999 9999'];
  it.each(['', '999 000 001', '99900000181', '999-000-0018', '999000001X', '943 476 5919', ...dummies])(
    'can be "%s"',
    (text) => {
      expect(() => pseudonyms.pseudonymOf(text, 'AUDIT')).toThrow('nhsNumber is not an NHS number');
    },
  );
});

test('a purpose without a key is refused by its name', () => {
  const one = pseudonymsUnder({ CROSS_BOUNDARY_MOVEMENT: [first] });
  expect(() => one.pseudonymOf('9990000018', 'AUDIT')).toThrow(
    'There is no key for pseudonyms of AUDIT. Add one to the file of PSEUDONYM_KEYS.',
  );
});
