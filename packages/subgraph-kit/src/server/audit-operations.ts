import type { ApolloServerPlugin } from '@apollo/server';
import { plainText, TEXT_LENGTH } from '@hub/access';
import { recordAccess } from '../access/record-access';
import type { SubgraphContext } from '../subgraph-context';
import { describeError } from './describe-error';
import { auditUnavailable } from './errors';

/**
 * Has each operation's access to children's data recorded before its answer leaves, and tells the hub in `extensions`
 * which children it was about, for its own record. What cannot be recorded is not answered.
 */
export function auditOperations(subgraph: string): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: context, response: { body }, operationName, source }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          const operation = operationName ? plainText(operationName, TEXT_LENGTH.operation) : null;
          try {
            const about = await recordAccess(context, { subgraph, operation, source: source ?? '', data, errors });
            // The hub alone: to others it would say what they may not see.
            if (context.requestIdentity.isHub && about.children.length + about.unseen.length > 0) {
              body.singleResult.extensions = { ...body.singleResult.extensions, ...about };
            }
          } catch (error) {
            context.logger.error({ operation, error: describeError(error) }, 'access not recorded');
            body.singleResult = { data: null, errors: [auditUnavailable(subgraph)] };
          }
        },
      };
    },
  };
}
