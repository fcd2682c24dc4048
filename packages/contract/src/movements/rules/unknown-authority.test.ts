import * as fc from 'fast-check';
import { CHILDRENS_AUTHORITIES, REPLACED_AUTHORITIES } from '../../directory/childrens-authorities';
import { COUNTRIES } from '../../directory/countries';
import { LONDON_AUTHORITIES } from '../../directory/london-authorities';
import { UNKNOWN_ORIGIN } from './elsewhere';
import { nameOfAuthority, unknownAuthority } from './unknown-authority';

const TODAY = '2026-03-09';
const [current, replaced] = [Object.keys(CHILDRENS_AUTHORITIES), Object.entries(REPLACED_AUTHORITIES)];
const refusalOf = (code: string, day = TODAY) => unknownAuthority('origin', code, day);

describe('the local authorities that look after children', () => {
  it('are as many as there are of each kind', () => {
    const kinds = new Map<string, number>();
    for (const code of current) kinds.set(code.slice(0, 3), (kinds.get(code.slice(0, 3)) ?? 0) + 1);
    // England 153: 63 unitary, 36 metropolitan, 33 of London, 21 counties.
    expect(Object.fromEntries(kinds)).toEqual({ E06: 63, E08: 36, E09: 33, E10: 21, W06: 22, S12: 32, N09: 11 });
    expect(current.filter((code) => code.startsWith('E09'))).toEqual(LONDON_AUTHORITIES);
  });

  it('take the place of those that are no more, each once and named', () => {
    expect(replaced.filter(([code]) => current.includes(code))).toEqual([]);
    expect(replaced.flatMap(([, { by }]) => by).filter((code) => !current.includes(code))).toEqual([]);
    for (const [, { on }] of replaced) expect(on).toMatch(/^20\d\d(-\d\d-\d\d)?$/);
  });

  it('are known today, all of them', () => {
    expect(current.filter((code) => refusalOf(code) !== null)).toEqual([]);
    expect(current.filter((code) => !nameOfAuthority(code))).toEqual([]);
  });
});

describe('what is no such authority', () => {
  it.each([
    ['a code that was never given', 'E99999999'],
    ['a ward', 'E05000026'],
    ['a district', 'E07000107'],
    ['a region', 'E12000007'],
    ['a country', 'E92000001'],
    ['a borough that London does not have', 'E09000034'],
    ['a name that every object has', 'constructor'],
    ['nothing', ''],
  ])('is refused: %s', (_, code) => {
    expect(refusalOf(code)).toMatchObject({
      code: 'AUTHORITY_UNKNOWN',
      field: 'origin',
      message: expect.stringMatching(/Give the GSS code/),
    });
  });

  it('is not repeated where it has not the form of a code, for it may be somebody’s number', () => {
    expect(refusalOf('9990000018')!.message).not.toContain('999');
  });

  it('is everything that no list has', () => {
    const code = fc.tuple(fc.constantFrom(...'EWSNK'), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(
        fc.oneof(
          code.map(([land, n]) => land + String(n).padStart(8, '0')),
          fc.constantFrom(...current),
        ),
        (given) => {
          fc.pre(!replaced.some(([old]) => old === given));
          expect(refusalOf(given) === null).toBe(current.includes(given));
        },
      ),
    );
  });
});

describe('an authority that was replaced', () => {
  it('is refused from the day of its successors, which are named', () => {
    expect(refusalOf('E10000006', '2023-03-31')).toBeNull();
    expect(refusalOf('E10000006', '2023-04-01')).toEqual({
      ...{ code: 'AUTHORITY_REPLACED', field: 'origin' },
      message:
        'E10000006 (Cumbria) is replaced since 2023-04-01, by E06000063 (Cumberland) or E06000064 (Westmorland and Furness). Name that which covers the place.',
    });
  });

  it('is followed by one, where its code alone is new', () => {
    expect(refusalOf('E08000016')!.message).toBe(
      'E08000016 (Barnsley) is replaced since 2025-04-01, by E08000038 (Barnsley). Name that.',
    );
  });

  it('is refused from its year, where no day is known', () => {
    expect(refusalOf('S12000046', '2018-12-31')).toBeNull();
    expect(refusalOf('S12000046', '2019-01-01')).toMatchObject({ code: 'AUTHORITY_REPLACED' });
  });

  it('is there, or its successors are, on every day', () => {
    const day = fc.date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...replaced), day, ([code, { by }], date) => {
        const on = date.toISOString().slice(0, 10);
        const isThere = refusalOf(code, on) === null;
        for (const successor of by) expect(refusalOf(successor, on) === null).toBe(!isThere);
      }),
    );
  });
});

describe('an authority that is not yet', () => {
  it('is refused before its day, and those before it are named', () => {
    expect(refusalOf('E06000063', '2023-03-31')).toEqual({
      ...{ code: 'AUTHORITY_UNKNOWN', field: 'origin' },
      message: 'E06000063 (Cumberland) begins on 2023-04-01. Until then it was E10000006 (Cumbria). Name that.',
    });
  });
});

describe('where there is no local authority', () => {
  const COUNTRY = fc.constantFrom(...Object.keys(COUNTRIES));

  it('another country is named by its code, on either side, and by no code of the United Kingdom', () => {
    const read = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' });
    fc.assert(
      fc.property(COUNTRY, (country) => {
        const code = `ABROAD:${country}`;
        for (const side of ['origin', 'destination'] as const) expect(unknownAuthority(side, code, TODAY)).toBeNull();
        expect(nameOfAuthority(code)).toBe(COUNTRIES[country]);
        expect(read.of(country)).toBeDefined();
      }),
      { numRuns: 300 },
    );
    expect(Object.keys(COUNTRIES)).toHaveLength(248);
  });

  it.each([
    'ABROAD:',
    'ABROAD:GB',
    'ABROAD:UK',
    'ABROAD:XX',
    'ABROAD:fr',
    'ABROAD:FRA',
    'ABROAD:9990000018',
    'ABROAD:\n',
  ])('%j is no country abroad, and is not repeated', (code) => {
    const refusal = refusalOf(code)!;
    expect(refusal).toMatchObject({
      code: 'AUTHORITY_UNKNOWN',
      message: expect.stringMatching(/no such country abroad/),
    });
    expect(refusal.message).not.toContain('999');
    expect(nameOfAuthority(code)).toBeNull();
  });

  it('an origin may be unknown, and no destination', () => {
    expect(refusalOf(UNKNOWN_ORIGIN)).toBeNull();
    expect(nameOfAuthority(UNKNOWN_ORIGIN)).toBe('Not known');
    expect(unknownAuthority('destination', UNKNOWN_ORIGIN, TODAY)).toMatchObject({
      ...{ code: 'AUTHORITY_UNKNOWN', field: 'destination' },
      message: 'An origin may be UNKNOWN, and no destination. Name the authority, or the country as ABROAD:FR.',
    });
  });

  it('is taken for no code of a local authority', () => {
    fc.assert(fc.property(COUNTRY, (country) => expect(`ABROAD:${country}`).not.toMatch(/^[A-Z]\d{8}$/)));
    expect(current).not.toContain(UNKNOWN_ORIGIN);
  });
});
