import type { Passport } from '@hub/access';
import type { RequestContext } from '../operation/request-context';

const passports = new WeakMap<RequestContext, Passport>();

/**
 * What subgraphs are told of an operation: who asks, for which purpose, and that it comes through the hub. The same object
 * for each of its requests; to be asked for once the operation is authorised.
 */
export function passportOf(context: RequestContext): Passport {
  let passport = passports.get(context);
  if (!passport) {
    const { caller, declared, requestId, alert } = context;
    passports.set(context, (passport = { caller, declared, requestId, alert, isHub: true }));
  }
  return passport;
}
