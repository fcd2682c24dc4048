import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signGatewayToken, type RequestIdentity, type SigningKeys } from '@hub/access';
import {
  composeSupergraph,
  fetchSubgraphSdl,
  requireDecisions,
  type SubgraphDefinition,
  type Supergraph,
} from '@hub/registry';
import type { Logger } from 'pino';
import type { GatewayConfig, SubgraphAddress } from '../config';
import { HUB_SUBGRAPH } from '../errors';
import { SdlCache } from './sdl-cache';

/** How long to wait for a subgraph whose schema is kept, in milliseconds. */
const CACHED_WAIT_MS = 10_000;

/** How long between two questions to a subgraph that is not up yet, in milliseconds. */
const RETRY_MS = 250;

type LoadConfig = Pick<GatewayConfig, 'SUBGRAPHS' | 'START_TIMEOUT_MS' | 'SUBGRAPH_TIMEOUT_MS' | 'SUPERGRAPH_CACHE'>;

/**
 * Asks every subgraph for its schema and composes them; without a decision on every field nothing is served. A subgraph that does not answer in time
 * is taken from the cache, if there is one.
 *
 * @param gatewayKeys - sign the question: a subgraph that can tell the hub from others tells its schema to nobody else
 * @throws SubgraphSdlError when a subgraph neither answers nor is kept; CompositionFailed.
 */
export async function loadSupergraph(config: LoadConfig, log: Logger, gatewayKeys?: SigningKeys): Promise<Supergraph> {
  const cache = config.SUPERGRAPH_CACHE ? new SdlCache(config.SUPERGRAPH_CACHE) : undefined;
  const subgraphs = await Promise.all(
    config.SUBGRAPHS.map((address) => loadSubgraph(address, config, cache, log, gatewayKeys)),
  );
  const supergraph = composeSupergraph(subgraphs, { hub: HUB_SUBGRAPH });
  requireDecisions(supergraph.supergraphSdl);
  // Only what composed is kept, so that the next start composes too.
  if (cache) await Promise.all(subgraphs.map(({ name, sdl }) => cache.write(name, sdl)));
  return supergraph;
}

async function loadSubgraph(
  { name, urls }: SubgraphAddress,
  { START_TIMEOUT_MS, SUBGRAPH_TIMEOUT_MS: timeoutMs }: LoadConfig,
  cache: SdlCache | undefined,
  log: Logger,
  gatewayKeys: SigningKeys | undefined,
): Promise<SubgraphDefinition> {
  const sign = gatewayKeys && ((body: string) => signGatewayToken(gatewayKeys, hubItself(), { subgraph: name, body }));
  const kept = await cache?.read(name);
  const wait = kept === undefined ? START_TIMEOUT_MS : Math.min(START_TIMEOUT_MS, CACHED_WAIT_MS);
  const deadline = Date.now() + wait;
  const [url] = urls as [string];
  // Of all its processes at once: one that hangs shall not be waited for.
  const ask = () => Promise.any(urls.map((one) => fetchSubgraphSdl(one, { name, timeoutMs, sign })));
  for (;;) {
    try {
      return { name, url, sdl: await ask().catch(firstOf) };
    } catch (error) {
      if (Date.now() + RETRY_MS < deadline) {
        log.debug({ subgraph: name, err: error }, 'Waiting for a subgraph.');
        await sleep(RETRY_MS);
      } else if (kept !== undefined) {
        const reason = (error as Error).message;
        log.warn({ subgraph: name, reason }, 'Started with the kept schema of a subgraph.');
        return { name, url, sdl: kept };
      } else {
        throw error;
      }
    }
  }
}

/** What kept the first process from answering. */
function firstOf(error: unknown): never {
  throw error instanceof AggregateError ? error.errors[0] : error;
}

/** The hub, which asks for nobody. */
function hubItself(): RequestIdentity {
  return { caller: null, declared: null, requestId: randomUUID(), alert: null, isHub: true };
}
