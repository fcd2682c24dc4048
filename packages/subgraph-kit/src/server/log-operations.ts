import type { ApolloServerPlugin } from '@apollo/server';
import { plainText, TEXT_LENGTH } from '@hub/access';
import type { SubgraphContext } from '../subgraph-context';

/** Logs each operation's name, duration and number of errors; never its text, its variables or its answer. */
export function logOperations(): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      const start = performance.now();
      return {
        async willSendResponse({ contextValue, operationName, errors }) {
          const durationMs = Math.round((performance.now() - start) * 10) / 10;
          const operation = operationName ? plainText(operationName, TEXT_LENGTH.operation) : null;
          contextValue.logger.info({ operation, durationMs, errors: errors?.length ?? 0 }, 'operation');
        },
      };
    },
  };
}
