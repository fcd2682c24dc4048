import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readSigningKeys, signHopToken, type Passport, type SigningKeys } from '@hub/access';
import type { HubWorld } from '../hub-world';
import { bearer, send, type Reply } from './send';

/** The keys that a world's gateway signs with: a test may know them, so that what it sends is refused for one reason alone. */
export function hopKeys({ hub }: HubWorld): Promise<SigningKeys> {
  return readSigningKeys(join(hub.home, 'identity', 'hub-keys.json'));
}

/** Asks a subgraph past the gateway: under a true token of the hop, or under none. */
export async function askDirectly(
  world: HubWorld,
  subgraph: string,
  passport: Passport | null,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Reply & { requestId: string }> {
  const requestId = randomUUID();
  const body = JSON.stringify({ query, variables });
  const hop = passport && bearer(signHopToken(await hopKeys(world), { ...passport, requestId }, { subgraph, body }));
  const reply = await send(urlOf(world, subgraph), body, { 'x-request-id': requestId, ...hop });
  return { ...reply, requestId };
}

/** Where a subgraph listens. */
export function urlOf({ hub }: HubWorld, subgraph: string): string {
  return hub.subgraphs.get(subgraph)!.url;
}

/** The subgraphs that ran an operation of a request, by their own logs. */
export function subgraphsAsked(world: HubWorld, requestId: string): string[] {
  return [...world.hub.subgraphs.keys()].filter((name) =>
    world.logOf(name).some((line) => line['requestId'] === requestId),
  );
}
