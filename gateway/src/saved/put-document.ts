import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { RequestRefused } from '../http/http-errors';
import { isRecord } from '../http/operation-request';
import type { SavedOperation } from './saved-operation';
import type { SavedOperations } from './saved-operations';

/** Characters of an unknown id that a refusal repeats. */
const SHOWN = 100;

/**
 * Puts its document in the place of a saved operation's id, as `documentId` or as Apollo's `sha256Hash`: from there on it is
 * asked like any other.
 *
 * @param isAlone - whether nothing but saved operations is answered. An id of Apollo's that is not known is refused then;
 *   otherwise its client is told to send the document.
 * @throws RequestRefused
 */
export function putDocument(saved: SavedOperations, isAlone: boolean) {
  return async ({ method, body, query }: FastifyRequest): Promise<void> => {
    const parts = method === 'POST' ? body : query;
    if (!isRecord(parts)) return;
    const { documentId, query: text } = parts;
    if (documentId !== undefined && documentId !== null) {
      parts['query'] = savedBy(saved, documentId).body;
      delete parts['documentId'];
      return;
    }
    if (typeof text === 'string' && text !== '') {
      if (isAlone && !saved.find(hash('sha256', text))) throw new RequestRefused('SAVED_OPERATIONS_ONLY', {});
      return;
    }
    const apolloId = apolloIdIn(parts['extensions']);
    if (apolloId === undefined || (!isAlone && !saved.find(apolloId))) return;
    parts['query'] = savedBy(saved, apolloId).body;
    delete parts['extensions'];
  };
}

/** Finds a saved operation. @throws RequestRefused where there is none */
export function savedBy(saved: SavedOperations, identifier: unknown): SavedOperation {
  const found = typeof identifier === 'string' ? saved.find(identifier) : undefined;
  if (found) return found;
  throw new RequestRefused('SAVED_OPERATION_UNKNOWN', { id: String(identifier).slice(0, SHOWN) });
}

/** @param extensions - an object, or in an address its JSON. */
function apolloIdIn(extensions: unknown): string | undefined {
  try {
    const read: unknown = typeof extensions === 'string' ? JSON.parse(extensions) : extensions;
    const persisted = isRecord(read) ? read['persistedQuery'] : undefined;
    const id = isRecord(persisted) ? persisted['sha256Hash'] : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
