import type { FastifyRequest } from 'fastify';
import type { OperationRequest } from '../operation/direct-answers';

/**
 * A browser asks the hub before it lets a page of another origin send one of these; so with any of them a GET is no page's
 * that may not ask. A token is one: a browser adds none by itself, and another `authorization` has been refused.
 */
export const ASKS_FIRST = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** The operation that a request asks for, if it is one in every respect; whatever else it is, Apollo Server says. */
export function operationRequest(
  request: Pick<FastifyRequest, 'method' | 'headers' | 'body' | 'query'>,
): OperationRequest | undefined {
  const { method, headers, body, query: search } = request;
  if (method === 'POST') return asked(body, false);
  if (headers['content-type'] !== undefined || !ASKS_FIRST.some((name) => headers[name])) return undefined;
  return operationInAddress(search);
}

/** The operation that the parameters of an address ask for, if they are in order. */
export function operationInAddress(search: unknown): OperationRequest | undefined {
  const { variables, extensions, ...rest } = search as Record<string, unknown>;
  try {
    return asked({ ...rest, variables: fromJson(variables), extensions: fromJson(extensions) }, true);
  } catch {
    return undefined;
  }
}

function asked(parts: unknown, isGet: boolean): OperationRequest | undefined {
  if (!isRecord(parts)) return undefined;
  const { query, operationName, variables, extensions } = parts;
  if (typeof query !== 'string' || query === '') return undefined;
  if (!isMissing(operationName) && typeof operationName !== 'string') return undefined;
  if (!isMissing(variables) && !isRecord(variables)) return undefined;
  if (!isMissing(extensions) && (!isRecord(extensions) || extensions['persistedQuery'])) return undefined;
  return { isGet, query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}

const isMissing = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Whether a value is an object with names, as JSON has it. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In an address both are JSON, and null is no record. */
function fromJson(text: unknown): unknown {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(String(text));
  if (typeof text !== 'string' || !isRecord(value)) throw new TypeError('Not a JSON-encoded object.');
  return value;
}
