import { GraphQLError } from 'graphql';
import { gatewayMessage } from './errors';

/** Why a subgraph gave no answer. For the log; a client never sees it. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';

  constructor(
    readonly subgraph: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${subgraph}: ${reason}`, options);
  }
}

/**
 * What a client sees instead.
 *
 * @param paths - What is missing from the response, such as `partnerships.bodies`.
 */
export function subgraphUnavailableError(subgraph: string, paths: readonly string[]): GraphQLError {
  return new GraphQLError(gatewayMessage('SUBGRAPH_UNAVAILABLE', { subgraph }), {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph, paths },
  });
}
