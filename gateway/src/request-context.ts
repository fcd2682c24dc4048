import type { IncomingHttpHeaders } from 'node:http';
import { readDeclaration, type Caller, type Declaration, type DeclaredPurpose } from '@hub/access';
import type { Asker } from '@hub/limits';
import type { OperationAccess } from './access/operation-access';
import { AccessTrail } from './audit/access-trail';

/** What the gateway knows about a request while it answers it. */
export interface RequestContext {
  /** Sent to each subgraph as `x-request-id`, and given to the client with each failure. */
  requestId: string;
  /** Who asks; null without a token, and then only what is public is answered. */
  caller: Caller | null;
  /** Whose points are taken. */
  asker: Asker;
  /** What the client says about its purpose. */
  declaration: Declaration;
  /** What the operation asks of the caller's rights. Set once it is valid, before anything is fetched. */
  access?: OperationAccess;
  /** The purpose for which the operation runs; null unless it reaches single children and may. */
  declared: DeclaredPurpose | null;
  /** The break-glass alert under which it runs. */
  alert: string | null;
  /** What happened, for the record of access. */
  trail: AccessTrail;
}

/** What is known at the door. */
export function openContext(
  requestId: string,
  caller: Caller | null,
  headers: IncomingHttpHeaders,
  asker: Asker,
): RequestContext {
  const declaration = readDeclaration(headers);
  return { requestId, caller, asker, declaration, declared: null, alert: null, trail: new AccessTrail() };
}
