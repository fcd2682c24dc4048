import { GraphQLError } from 'graphql';
import { gatewayMessage, type GatewayErrorCode } from '../errors';

/** What a client is told of a subgraph that gave no answer. */
export type UnavailableCode = Extract<
  GatewayErrorCode,
  'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_NOT_SERVED' | 'DEADLINE_EXCEEDED' | 'SUBGRAPH_SHARE_EXCEEDED'
>;

/** Why a subgraph gave no answer. For the log; a client sees its code alone. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
  /** Whether the request or its answer was too large: less at once may be answered. */
  readonly isTooLarge: boolean;
  /** Whether the time of the request was over, and the subgraph was at work on it: less at once may be answered sooner. */
  readonly isLate: boolean;

  constructor(
    readonly subgraph: string,
    readonly reason: string,
    readonly code: UnavailableCode = 'SUBGRAPH_UNAVAILABLE',
    { isTooLarge = false, isLate = false, ...options }: ErrorOptions & { isTooLarge?: boolean; isLate?: boolean } = {},
  ) {
    super(`${subgraph}: ${reason}`, options);
    this.isTooLarge = isTooLarge;
    this.isLate = isLate;
  }
}

/**
 * What a client sees instead.
 *
 * @param paths - What is missing from the response, such as `partnerships.bodies`.
 */
export function subgraphUnavailableError(
  subgraph: string,
  paths: readonly string[],
  code: UnavailableCode = 'SUBGRAPH_UNAVAILABLE',
): GraphQLError {
  return new GraphQLError(gatewayMessage(code, { subgraph }), { extensions: { code, subgraph, paths } });
}
