import { createHash } from 'node:crypto';
import { isPurpose } from '@hub/access';
import type { AuditLog } from '@hub/audit';
import type { GraphQLFormattedError } from 'graphql';
import type { OperationAccess } from '../access/operation-access';
import type { RequestContext } from '../operation/request-context';

/** One operation's entry in the record of access. */
export type GatewayAccess = Parameters<AuditLog['append']>[0];

/** An operation, and what it is answered with. */
export interface AnsweredOperation {
  /** The document, as the client sent it. */
  source: string;
  name: string | null;
  /** Ids that it gave as arguments of child-level fields. */
  asked: string[];
  result: { data?: unknown; errors?: readonly GraphQLFormattedError[] };
}

/** What is recorded of an operation that asked for child-level fields: who, why, which fields and children, how it ended. */
export function accessEntry(
  { requestId, address, caller, declaration: { purpose, reason }, alert, trail }: RequestContext,
  { granted, refused }: OperationAccess['childLevel'],
  { source, name, asked, result }: AnsweredOperation,
): GatewayAccess {
  const { children, unseen, coverage } = trail;
  return {
    requestId,
    person: caller?.person ?? null,
    role: caller?.role ?? null,
    organisation: caller?.organisation ?? null,
    partnership: caller?.partnership ?? null,
    purpose: purpose !== null && isPurpose(purpose) ? purpose : null,
    reason,
    alert,
    operation: name,
    operationHash: createHash('sha256').update(source).digest('base64url'),
    fields: trail.isRefused ? [] : sorted(granted),
    refused: sorted(trail.isRefused ? [...granted, ...refused] : refused),
    children,
    unseen,
    asked,
    outcome: trail.isRefused || granted.length === 0 ? 'REFUSED' : outcomeOf(result, coverage),
    coverage,
    ...(caller === null && { address }),
  };
}

function outcomeOf(
  { data, errors }: AnsweredOperation['result'],
  { answered }: GatewayAccess['coverage'],
): GatewayAccess['outcome'] {
  if (!data || answered.length === 0) return 'FAILED';
  return errors?.length ? 'PARTIAL' : 'ANSWERED';
}

const sorted = (coordinates: readonly string[]) => [...new Set(coordinates)].sort();
