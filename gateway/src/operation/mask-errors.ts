import { LIMIT_ERRORS } from '@hub/limits';
import type { GraphQLFormattedError } from 'graphql';
import { gatewayMessage, type GatewayErrorCode } from '../errors';

/**
 * Codes that say what a client did wrong, or may not do, in words that hold nothing of the hub's inside. They come from
 * graphql-js, Apollo Server, the query planner and the gateway itself.
 */
export const PASSING_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  ...Object.keys(LIMIT_ERRORS),
  'SUBSCRIPTION_NOT_SERVED' satisfies GatewayErrorCode,
  'UNAUTHORIZED_FIELD_OR_TYPE' satisfies GatewayErrorCode,
  'UNKNOWN_OPERATION' satisfies GatewayErrorCode,
  'OPERATION_NOT_PLANNED' satisfies GatewayErrorCode,
  'MUTATION_NOT_RUN' satisfies GatewayErrorCode,
  'ANSWER_MISFIT' satisfies GatewayErrorCode,
  'COVERAGE_INCOMPLETE' satisfies GatewayErrorCode,
  'COVERAGE_UNKNOWN' satisfies GatewayErrorCode,
  'COVERAGE_OF_MUTATION' satisfies GatewayErrorCode,
  'PURPOSE_REQUIRED' satisfies GatewayErrorCode,
  'PURPOSE_UNKNOWN' satisfies GatewayErrorCode,
  'PURPOSE_NOT_ALLOWED' satisfies GatewayErrorCode,
  'REASON_REQUIRED' satisfies GatewayErrorCode,
  'BREAK_GLASS_ENDED' satisfies GatewayErrorCode,
  'AUDIT_UNAVAILABLE' satisfies GatewayErrorCode,
]);

/**
 * Codes by which a subgraph says that it, or the request that the planner wrote, failed. Their
 * messages speak of the inside, so they do not pass.
 */
const SUBGRAPH_FAULTS: ReadonlySet<unknown> = new Set([
  undefined,
  '',
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
]);

/** What a client may see of an error that a subgraph returned. */
export function maskSubgraphError(
  { message, path, extensions }: GraphQLFormattedError,
  subgraph: string,
  requestId: string,
): GraphQLFormattedError {
  const code = extensions?.['code'];
  const fault = typeof code !== 'string' || SUBGRAPH_FAULTS.has(code);
  return {
    message: fault ? gatewayMessage('SUBGRAPH_FAILED', { subgraph, requestId }) : message,
    ...(path ? { path } : {}),
    extensions: { code: fault ? 'SUBGRAPH_FAILED' : code, subgraph, requestId },
  };
}

/**
 * What a client may see of any error: message, place, and the few extensions that are documented.
 * An error that is neither a subgraph's nor the client's own is the hub's, and says only so.
 */
export function maskError({ message, path, locations, extensions = {} }: GraphQLFormattedError): GraphQLFormattedError {
  const { code, subgraph, requestId, paths } = extensions;
  if (typeof subgraph === 'string') {
    // `locations` would be those of the subgraph's own operation.
    return {
      message,
      ...(path ? { path } : {}),
      extensions: { code, subgraph, ...(requestId ? { requestId } : {}), ...(paths ? { paths } : {}) },
    };
  }
  if (PASSING_CODES.has(code)) {
    return {
      message,
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: { code, ...(paths ? { paths } : {}) },
    };
  }
  return {
    message: gatewayMessage('INTERNAL_SERVER_ERROR'),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/**
 * Makes one error of those that differ only in `extensions.paths`, which is what a subgraph that
 * is down leaves behind on each path; and writes the request id into the hub's own failures.
 */
export function mergeErrors(errors: readonly GraphQLFormattedError[], requestId: string): GraphQLFormattedError[] {
  const merged = new Map<string, GraphQLFormattedError>();
  for (const error of errors) {
    const { paths, ...rest } = error.extensions ?? {};
    const key = JSON.stringify([error.message, rest, error.path ?? null, error.locations ?? null]);
    const known = merged.get(key);
    const all = [...((known?.extensions?.['paths'] as string[]) ?? []), ...((paths as string[]) ?? [])];
    merged.set(key, withPaths(error, [...new Set(all)].sort()));
  }
  return [...merged.values()].map((error) => {
    if (error.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return error;
    const message = gatewayMessage('INTERNAL_SERVER_ERROR', { requestId });
    return { ...error, message, extensions: { ...error.extensions, requestId } };
  });
}

function withPaths(error: GraphQLFormattedError, paths: string[]): GraphQLFormattedError {
  if (paths.length === 0) return error;
  return { ...error, extensions: { ...error.extensions, paths } };
}
