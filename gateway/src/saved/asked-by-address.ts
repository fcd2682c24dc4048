import type { FastifyRequest } from 'fastify';
import type { ClientOperation } from '../access/schema-access';
import { RequestRefused } from '../http/http-errors';
import { operationInAddress } from '../http/operation-request';
import { savedBy } from './put-document';
import type { SavedOperations } from './saved-operations';

/** A request to the address of a saved operation. */
export interface AddressedRequest {
  Params: { operation: string };
  Querystring: Record<string, unknown>;
}

/** Puts a saved operation's document into the parameters of its address, as if a GET had sent it: it costs the same. */
export function putAddressed(saved: SavedOperations) {
  return async ({ params, query }: FastifyRequest<AddressedRequest>): Promise<void> => {
    query['query'] = savedBy(saved, params.operation).body;
  };
}

/**
 * The operation that an address asks for, with the variables that stand there.
 *
 * @throws RequestRefused
 */
export function askedByAddress(
  saved: SavedOperations,
  { params, query }: FastifyRequest<AddressedRequest>,
): ClientOperation {
  const { body: source, id: queryHash, document, operation } = savedBy(saved, params.operation);
  const { variables } = query;
  const asked = operationInAddress({ query: source, variables });
  if (!asked) throw new RequestRefused('VARIABLES_UNREADABLE', {});
  return { source, queryHash, document, operation, variables: asked.variables };
}
