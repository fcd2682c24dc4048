import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { GATEWAY_ERRORS, gatewayMessage } from '../errors';
import type { RequestContext } from '../operation/request-context';
import type { AccessAudit } from './access-audit';
import { accessEntry, type AnsweredOperation } from './access-entry';
import { askedIds, type AskedOperation } from './asked-ids';

/** What is answered where an access cannot be recorded. */
export const UNRECORDED = GATEWAY_ERRORS.AUDIT_UNAVAILABLE.status;

/** Records every operation that asked for child-level fields, whether it was answered, refused or failed, before the answer leaves. */
export type RecordAccess = (
  context: RequestContext,
  asked: AskedOperation,
  answered: Omit<AnsweredOperation, 'asked'>,
) => Promise<FormattedExecutionResult | null>;

/**
 * Records an operation that asked for child-level fields.
 *
 * @returns what is answered instead, where it cannot be recorded; null where the answer may leave.
 */
export function recordAccess(audit: AccessAudit | undefined): RecordAccess {
  return async (context, asked, answered) => {
    const childLevel = context.access?.childLevel;
    if (!childLevel || childLevel.granted.length + childLevel.refused.length === 0) return null;
    try {
      if (!audit) throw new Error('There is no record of access.');
      await audit.append(accessEntry(context, childLevel, { ...answered, asked: askedIds(asked, childLevel) }));
      return null;
    } catch {
      const code = 'AUDIT_UNAVAILABLE';
      const message = gatewayMessage(code, { requestId: context.requestId });
      context.answer.errors = [{ message, extensions: { code } }];
      return { data: null, errors: context.answer.errors };
    }
  };
}

/** Has recorded what Apollo Server answers. */
export function auditPlugin(record: RecordAccess): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, source = '', operationName, response, ...asked }) {
          const result = response.body.kind === 'single' ? response.body.singleResult : {};
          const unrecorded = await record(contextValue, asked, { source, name: operationName ?? null, result });
          if (!unrecorded) return;
          response.http.status = UNRECORDED;
          response.body = { kind: 'single', singleResult: unrecorded };
        },
      };
    },
  };
}
