import type { Caller } from '@hub/access';
import type { OperationAccess } from './access/operation-access';

/** What the gateway knows about a request while it answers it. */
export interface RequestContext {
  /** Sent to each subgraph as `x-request-id`, and given to the client with each failure. */
  requestId: string;
  /** Who asks; null without a token, and then only what is public is answered. */
  caller: Caller | null;
  /** What the operation asks of the caller's rights. Set once it is valid, before anything is fetched. */
  access?: OperationAccess;
}
