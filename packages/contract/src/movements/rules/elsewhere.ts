import { COUNTRIES } from '../../directory/countries';

/** In the place of an origin's code: nobody knows where the child comes from. No GSS code looks like it. */
export const UNKNOWN_ORIGIN = 'UNKNOWN';

/** In the place of a code: the authorities of a country beyond the United Kingdom, as `ABROAD:FR`. */
const ABROAD = /^ABROAD:(.*)$/s;
const NAMES = new Map(Object.entries(COUNTRIES));

/** Whether a code says that a place lies abroad, be it of a country or of none. */
export function isAbroad(code: string): boolean {
  return ABROAD.test(code);
}

/** The name of the country of a code such as `ABROAD:FR`; null of any other code. */
export function countryOf(code: string): string | null {
  return NAMES.get(ABROAD.exec(code)?.[1] ?? '') ?? null;
}

/**
 * The authority that is responsible as a notice says, by its code: the origin. Where nobody knows the origin it is the
 * destination, which gives such a notice itself: its duties are to every child in its area (Children Act 1989, sections 17(1)
 * and 47(1)), wherever the child comes from.
 */
export function responsibleByNotice({ origin, destination }: { origin: string; destination: string }): string {
  return origin === UNKNOWN_ORIGIN ? destination : origin;
}
