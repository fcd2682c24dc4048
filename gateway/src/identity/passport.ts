import type { Passport } from '@hub/access';
import type { RequestContext } from '../request-context';

/** What subgraphs are told of an operation: who asks, for which purpose, and that it comes through the hub. */
export function passportOf({ caller, declared, requestId, alert }: RequestContext): Passport {
  return { caller, declared, requestId, alert, isHub: true };
}
