import type { MoveData } from './movement-event';
import type { Refused } from './refusal';

/** A code of the Office for National Statistics for an area of England, Wales, Scotland or Northern Ireland. */
const GSS_CODE = /^[EWSN]\d{8}$/;
const LONDON = /^E09/;

/**
 * Why a notice's origin or destination is not a local authority, or null. One outside London is in no directory, so the notice
 * names it.
 *
 * @param isOfLondon - whether a code is of an authority of London
 */
export function unknownAuthority(
  side: 'origin' | 'destination',
  data: MoveData,
  isOfLondon: (code: string) => boolean,
): Refused | null {
  const code = data[side];
  if (code === undefined || isOfLondon(code)) return null;
  if (!GSS_CODE.test(code) || LONDON.test(code)) {
    const message = `There is no local authority ${code}. Give its GSS code, as E09000022.`;
    return { code: 'AUTHORITY_UNKNOWN', field: side, message };
  }
  if (data[`${side}Name`]?.trim()) return null;
  const message = `${code} is outside London. Give its name in ${side}Name.`;
  return { code: 'REQUIRED', field: `${side}Name`, message };
}
