import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSigningKeys, signGatewayToken, type RequestIdentity, type SigningKeys } from '@hub/access';
import type { AskedHub } from '../test-hub';
import { bearer, send, type Reply } from './send';

/** The keys that a hub's gateway signs with: a test may know them, so that what it sends is refused for one reason alone. */
export function gatewayKeys({ hub }: AskedHub): Promise<SigningKeys> {
  return readSigningKeys(join(hub.home, 'identity', 'hub-keys.json'));
}

/** Asks a subgraph past the gateway: under a true gateway token, or under none. */
export async function askDirectly(
  testHub: AskedHub,
  subgraph: string,
  requestIdentity: RequestIdentity | null,
  query: string,
  variables?: Record<string, unknown>,
  from?: string,
): Promise<Reply> {
  const requestId = randomUUID();
  const body = JSON.stringify({ query, variables });
  const gatewayToken =
    requestIdentity &&
    bearer(signGatewayToken(await gatewayKeys(testHub), { ...requestIdentity, requestId }, { subgraph, body }));
  return send(urlOf(testHub, subgraph), body, { ...gatewayToken }, from);
}

/** Where a subgraph listens. */
export function urlOf({ hub }: AskedHub, subgraph: string): string {
  return hub.subgraphs.get(subgraph)!.url;
}

/** The subgraphs that ran an operation of a request, by their own logs. */
export async function subgraphsAsked(testHub: AskedHub, requestId: string): Promise<string[]> {
  const asked: string[] = [];
  for (const name of testHub.hub.subgraphs.keys()) {
    if ((await linesOf(testHub, name, requestId)).length > 0) asked.push(name);
  }
  return asked;
}

/**
 * The lines that a subgraph's log has of a request. They may come after the answer, but not after those of a later request:
 * so one is sent, and waited for.
 */
export async function linesOf(testHub: AskedHub, name: string, requestId: string): Promise<Record<string, unknown>[]> {
  const of = (id: string) => testHub.logOf(name).filter((line) => line['requestId'] === id);
  const later = await askDirectly(testHub, name, null, '{ __typename }');
  const deadline = Date.now() + 240_000;
  while (of(later.requestId).length === 0) {
    if (Date.now() > deadline) throw new Error(`The log of ${name} has no line of a request that it answered.`);
    await sleep(5);
  }
  return of(requestId);
}
