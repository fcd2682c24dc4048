import type { ApolloServerPlugin } from '@apollo/server';
import { recordAccess } from '../access/record-access';
import type { SubgraphContext } from '../subgraph-context';
import { describeError } from './describe-error';
import { auditUnavailable } from './errors';

/**
 * Has each operation's access to children's data recorded before its answer leaves, and tells the hub in
 * `extensions.children` which children the answer is about, for its own record. What cannot be recorded is not answered.
 */
export function auditOperations(subgraph: string): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: context, response: { body }, operationName, source }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          try {
            const operation = operationName ?? null;
            const children = await recordAccess(context, { subgraph, operation, source: source ?? '', data, errors });
            if (children.length > 0 && !context.passport.isAtHome) {
              body.singleResult.extensions = { ...body.singleResult.extensions, children };
            }
          } catch (error) {
            context.logger.error({ operation: operationName, error: describeError(error) }, 'access not recorded');
            body.singleResult = { data: null, errors: [auditUnavailable(subgraph)] };
          }
        },
      };
    },
  };
}
