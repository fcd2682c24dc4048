import type { RequestIdentity } from './caller';
import { roleOf } from './role';

/** Whether an operation runs under a break-glass alert, by a caller whose role may raise one. */
export function isGlassBroken({ caller, declared, alert }: RequestIdentity): boolean {
  return (
    caller !== null &&
    alert !== null &&
    declared?.purpose === 'BREAK_GLASS' &&
    roleOf(caller.role).purposes.includes('BREAK_GLASS')
  );
}
