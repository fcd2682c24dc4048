import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../subgraph-context';

/** Logs each operation's name, duration and number of errors; never its text, its variables or its answer. */
export function logOperations(): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      const start = performance.now();
      return {
        async willSendResponse({ contextValue, operationName, errors }) {
          const durationMs = Math.round((performance.now() - start) * 10) / 10;
          contextValue.logger.info(
            { operation: operationName ?? null, durationMs, errors: errors?.length ?? 0 },
            'operation',
          );
        },
      };
    },
  };
}
