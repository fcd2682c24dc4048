import type { Caller } from '@hub/access';
import type { OperationAccess } from '../access/operation-access';
import type { AccessAudit } from '../audit/access-audit';
import { gatewayError } from '../errors';
import type { RequestContext } from '../operation/request-context';
import { declaredPurpose } from './declared-purpose';

/**
 * Decides, before anything is fetched, whether an operation that reaches single children may run: for a purpose that the
 * role may claim, with a reason, and only while the record of access can be written. Leaves in the context what the gateway token
 * and the record need.
 *
 * @throws GraphQLError to refuse the whole operation.
 */
export async function authorise(
  { granted }: OperationAccess['childLevel'],
  context: RequestContext,
  audit: AccessAudit | undefined,
): Promise<void> {
  // Every child-level field needs a scope, so whoever was granted one has a token.
  if (granted.length === 0 || !context.caller) return;
  try {
    const declared = declaredPurpose(context.declaration, context.caller.role);
    context.alert = await alertFor(declared, context.caller, context.requestId, audit);
    context.declared = declared;
  } catch (error) {
    context.trail.isRefused = true;
    throw error;
  }
}

/** Under which alert the operation runs, if its purpose raises one. */
async function alertFor(
  { purpose, reason }: { purpose: string; reason: string },
  { person, role, organisation, partnership }: Caller,
  requestId: string,
  audit: AccessAudit | undefined,
): Promise<string | null> {
  if (!audit) throw gatewayError('AUDIT_UNAVAILABLE', { requestId });
  if (purpose !== 'BREAK_GLASS') {
    // Asked first, so that no subgraph does what could not be recorded afterwards.
    await audit.assertReachable(requestId);
    return null;
  }
  const glass = await audit.openGlass({ person, role, organisation, partnership, requestId, reason });
  if ('ended' in glass) throw gatewayError('BREAK_GLASS_ENDED', { alert: glass.ended });
  return glass.alert;
}
