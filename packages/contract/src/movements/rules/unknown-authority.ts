import { CHILDRENS_AUTHORITIES, REPLACED_AUTHORITIES } from '../../directory/childrens-authorities';
import { countryOf, isAbroad, UNKNOWN_ORIGIN } from './elsewhere';
import type { Refused } from './refusal';

/** What a code of the Office for National Statistics looks like. */
const GSS_CODE = /^[A-Z]\d{8}$/;
const CURRENT = new Map(Object.entries(CHILDRENS_AUTHORITIES));
const REPLACED = new Map(Object.entries(REPLACED_AUTHORITIES));
/** Those that followed others, by GSS code: since when, and whom. */
const FOLLOWED = new Map<string, { on: string; those: string[] }>();
for (const [code, { on, by }] of REPLACED) {
  for (const successor of by) FOLLOWED.set(successor, { on, those: [...(FOLLOWED.get(successor)?.those ?? []), code] });
}

/**
 * The name of a local authority that looks after children, or did, or of the country where a child comes from or goes to; null
 * of any other code.
 */
export function nameOfAuthority(code: string): string | null {
  if (code === UNKNOWN_ORIGIN) return 'Not known';
  return CURRENT.get(code) ?? REPLACED.get(code)?.name ?? countryOf(code);
}

/**
 * Why a movement's origin or destination is no local authority that looks after children, no country beyond the United Kingdom,
 * and no origin that nobody knows; or null.
 *
 * @param code - as it was given; that one must be given, the procedure says
 * @param day - the day it is to be one on, as `YYYY-MM-DD`
 */
export function unknownAuthority(
  field: 'origin' | 'destination',
  code: string | undefined,
  day: string,
): Refused | null {
  if (code === undefined || countryOf(code) !== null || (code === UNKNOWN_ORIGIN && field === 'origin')) return null;
  const replaced = REPLACED.get(code);
  if (replaced && day >= replaced.on) {
    const message = `${named(code)} is replaced since ${replaced.on}, by ${anyOf(replaced.by)}`;
    return { code: 'AUTHORITY_REPLACED', field, message };
  }
  const followed = FOLLOWED.get(code);
  if (followed && day < followed.on) {
    const message = `${named(code)} begins on ${followed.on}. Until then it was ${anyOf(followed.those)}`;
    return { code: 'AUTHORITY_UNKNOWN', field, message };
  }
  if (replaced || CURRENT.has(code)) return null;
  if (code === UNKNOWN_ORIGIN || isAbroad(code)) return { code: 'AUTHORITY_UNKNOWN', field, message: noPlace(code) };
  // What is no code may be a number of somebody's, and is not repeated.
  const what = GSS_CODE.test(code)
    ? `There is no local authority ${code} that looks after children.`
    : 'It is no code.';
  const message = `${what} Give the GSS code of one, as E09000022, not of a ward, a district, a region or a country; of another country ABROAD and its code, as ABROAD:FR.`;
  return { code: 'AUTHORITY_UNKNOWN', field, message };
}

function noPlace(code: string): string {
  return isAbroad(code)
    ? 'There is no such country abroad. Give its code of two letters in ISO 3166-1, as ABROAD:FR; within the United Kingdom the GSS code of a local authority.'
    : 'An origin may be UNKNOWN, and no destination. Name the authority, or the country as ABROAD:FR.';
}

function anyOf(codes: readonly string[]): string {
  const remedy = codes.length === 1 ? 'Name that.' : 'Name that which covers the place.';
  return `${codes.map(named).join(' or ')}. ${remedy}`;
}

function named(code: string): string {
  return `${code} (${nameOfAuthority(code)})`;
}
