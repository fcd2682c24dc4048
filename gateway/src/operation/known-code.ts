import { GATEWAY_ERRORS } from '../errors';
import { PASSING_CODES } from './mask-errors';

/** What is said in place of a name or code that anybody could have made up. */
export const OTHER = 'other';

/** A code of an error, if it is one of a known few: a subgraph may give codes of its own, as many as it likes. */
export function knownCode(code: unknown): string {
  const isKnown = typeof code === 'string' && (Object.hasOwn(GATEWAY_ERRORS, code) || PASSING_CODES.has(code));
  return isKnown ? code : OTHER;
}
