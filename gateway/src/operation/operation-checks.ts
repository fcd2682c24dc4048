import type { ApolloServerPlugin } from '@apollo/server';
import { unstorableText } from '@hub/http';
import type { ClientOperation } from '../access/schema-access';
import type { RequestContext } from './request-context';

/** Looks at a valid operation before anything else is done for it. @throws GraphQLError to refuse it. */
export type OperationCheck = (
  client: Pick<ClientOperation, 'document' | 'operation' | 'variables'>,
  context: RequestContext,
) => void;

/** Refuses what no database of the hub can keep or look up. */
export const isStorable: OperationCheck = ({ document, operation, variables }) => {
  const refusal = unstorableText(document, operation, variables);
  if (refusal) throw refusal;
};

/** Has Apollo Server make the checks, in their order, of what it answers. */
export function checkOperations(checks: readonly OperationCheck[]): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request: { variables }, contextValue }) {
          if (!operation) return;
          for (const check of checks) check({ document, operation, variables }, contextValue);
        },
      };
    },
  };
}
