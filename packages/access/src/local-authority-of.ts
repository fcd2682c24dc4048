import type { Caller } from './caller';
import { roleOf } from './role';

/**
 * GSS code of the local authority that a caller acts for, which decides what they are party to; null for a caller whose
 * role acts for none, and for one without a token.
 */
export function localAuthorityOf(caller: Caller | null): string | null {
  return caller && roleOf(caller.role).organisation === 'local-authority' ? caller.organisation : null;
}
