import type { RequestIdentity } from '@hub/access';
import type { RequestContext } from '../operation/request-context';

const requestIdentities = new WeakMap<RequestContext, RequestIdentity>();

/**
 * What subgraphs are told of an operation: who asks, for which purpose, and that it comes through the hub. The same object
 * for each of its requests; to be asked for once the operation is authorised.
 */
export function requestIdentityOf(context: RequestContext): RequestIdentity {
  let requestIdentity = requestIdentities.get(context);
  if (!requestIdentity) {
    const { caller, declared, requestId, alert } = context;
    requestIdentities.set(context, (requestIdentity = { caller, declared, requestId, alert, isHub: true }));
  }
  return requestIdentity;
}
