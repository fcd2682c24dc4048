import type { ApolloServerPlugin } from '@apollo/server';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';
import type { RequestContext } from './request-context';

/**
 * Has what Apollo Server answers run on the supergraph on whose schema it was found valid, and has its document known there:
 * what is known is answered without Apollo Server.
 */
export function holdSupergraph(inUse: SupergraphInUse): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ schema, contextValue }) {
      const served = inUse.of(schema);
      contextValue.served = served;
      return {
        async didResolveOperation({ queryHash, document }) {
          served.documents.set(queryHash, document);
        },
      };
    },
  };
}
