import { createHash } from 'node:crypto';
import type { SubgraphContext } from '../subgraph-context';
import { accessOf } from './operation-access';

/** An operation that is over. */
export interface OperationDone {
  subgraph: string;
  /** Its name. */
  operation: string | null;
  /** Its text, as it came. */
  source: string;
  data?: unknown;
  errors?: readonly unknown[] | undefined;
}

/** Pseudonyms of the children of an operation: of those shown, and of those asked for by an id and not shown. */
export interface ChildrenOf {
  children: string[];
  unseen: string[];
}

/**
 * Writes down that an operation touched children's data, was refused it, or looked for it in vain. To be awaited before
 * the answer leaves.
 *
 * @returns which children it was about, for the hub's own record.
 * @throws what the audit throws: then the answer must not leave.
 */
export async function recordAccess(context: SubgraphContext, done: OperationDone): Promise<ChildrenOf> {
  const access = accessOf(context);
  if (!access.concernsChild) return { children: [], unseen: [] };
  const { granted, refused, children, unseen, asked } = access;
  const outcome = outcomeOf(done, granted.length + children.length > 0, refused.length > 0);
  const { caller, declared, requestId, alert } = context.requestIdentity;
  await context.audit.append({
    requestId,
    person: caller?.person ?? null,
    role: caller?.role ?? null,
    organisation: caller?.organisation ?? null,
    partnership: caller?.partnership ?? null,
    purpose: declared?.purpose ?? null,
    reason: declared?.reason ?? null,
    alert,
    operation: done.operation,
    operationHash: createHash('sha256').update(done.source).digest('base64url'),
    fields: granted,
    refused,
    children: [...children, ...unseen],
    unseen,
    asked,
    outcome,
    coverage: { asked: [done.subgraph], answered: outcome === 'FAILED' ? [] : [done.subgraph] },
    ...(caller === null && { address: context.address }),
  });
  return { children, unseen };
}

function outcomeOf({ data, errors }: OperationDone, isGranted: boolean, isRefused: boolean) {
  if (!isGranted) return 'REFUSED';
  if (data === null || data === undefined) return 'FAILED';
  return isRefused || errors?.length ? 'PARTIAL' : 'ANSWERED';
}
