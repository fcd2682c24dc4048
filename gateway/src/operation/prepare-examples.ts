import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isRole, roleOf } from '@hub/access';
import type { SavedExample } from '@hub/explorer';
import { getOperationAST, parse } from 'graphql';
import type { Logger } from 'pino';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { makeExecutable } from './make-executable';

/**
 * Plans and compiles saved examples before anybody asks them: for whoever has no token, and for the role that each is written
 * for. One after another, so that what has been asked comes first.
 *
 * @param examples - valid on the supergraph.
 */
export async function prepareExamples(
  served: ServedSupergraph,
  examples: readonly SavedExample[],
  log: Logger,
): Promise<void> {
  for (const { name, query: source, variables, role } of examples) {
    const document = parse(source);
    const operation = getOperationAST(document);
    if (!operation) continue;
    const queryHash = hash('sha256', source);
    const client = { source, queryHash, document, operation, variables: variables ? JSON.parse(variables) : {} };
    for (const rights of [null, ...(role !== null && isRole(role) ? [{ scopes: new Set(roleOf(role).scopes) }] : [])]) {
      await setImmediate();
      if (served.isClosed) return;
      const variant = served.variants.of(client, rights);
      if (variant.isNull || variant.answeredBy !== 'subgraphs') continue;
      try {
        await served.variants.executable(variant, () => makeExecutable(served, variant));
      } catch (err) {
        if (!served.isClosed) log.warn({ example: name, err }, 'An example could not be planned.');
      }
    }
    await served.documents.set(queryHash, document);
  }
}
