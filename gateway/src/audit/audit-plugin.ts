import type { ApolloServerPlugin } from '@apollo/server';
import { GATEWAY_ERRORS, gatewayMessage } from '../errors';
import type { RequestContext } from '../operation/request-context';
import type { AccessAudit } from './access-audit';
import { accessEntry } from './access-entry';
import { askedIds } from './asked-ids';

/**
 * Records every operation that asked for child-level fields, whether it was answered, refused or failed, before the answer
 * leaves. What cannot be recorded is not answered.
 */
export function auditPlugin(audit: AccessAudit | undefined): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, source = '', operationName, response, ...asked }) {
          const childLevel = contextValue.access?.childLevel;
          if (!childLevel || childLevel.granted.length + childLevel.refused.length === 0) return;
          const result = response.body.kind === 'single' ? response.body.singleResult : {};
          try {
            if (!audit) throw new Error('There is no record of access.');
            const operation = { source, name: operationName ?? null, asked: askedIds(asked, childLevel), result };
            await audit.append(accessEntry(contextValue, childLevel, operation));
          } catch {
            const code = 'AUDIT_UNAVAILABLE';
            const { requestId } = contextValue;
            response.http.status = GATEWAY_ERRORS[code].status;
            response.body = {
              kind: 'single',
              singleResult: {
                data: null,
                errors: [{ message: gatewayMessage(code, { requestId }), extensions: { code } }],
              },
            };
          }
        },
      };
    },
  };
}
