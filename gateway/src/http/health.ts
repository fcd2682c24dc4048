import { HUB_VERSION } from '@hub/http';
import type { FastifyInstance } from 'fastify';
import { HUB_SUBGRAPH } from '../errors';
import type { ServedUnder } from '@hub/registry';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';

/** How long a subgraph may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT_MS = 2000;

/** How long an answer stands, in milliseconds: whoever asks again and again does not make the gateway ask as often. */
const STANDS_MS = 500;

/** What `/health/ready` answers. It holds no address. */
export interface Readiness {
  /** `degraded`: a partnership is down, or not served as it publishes. `unavailable`: the London SCP's own subgraph is down. */
  status: 'ready' | 'degraded' | 'unavailable';
  /** The SHA-256 of the supergraph in use, in hexadecimal. */
  supergraph: string;
  subgraphs: {
    name: string;
    ready: boolean;
    /** `LAST_GOOD` or `NONE` where what it publishes does not compose, or it tells none; the log says why. */
    servedUnder: ServedUnder;
  }[];
}

/** Serves `/health/live` (the process answers, and its version) and `/health/ready` (the graph does). */
export function addHealth(
  app: FastifyInstance,
  clients: ReadonlyMap<string, SubgraphClient>,
  inUse: SupergraphInUse,
): void {
  let asking: Promise<Readiness> | undefined;

  app.get('/health/live', { logLevel: 'warn' }, () => ({ status: 'live', version: HUB_VERSION }));

  app.get('/health/ready', { logLevel: 'warn' }, async (_, reply) => {
    // Shared: asking the gateway must not multiply into asking every partnership.
    asking ??= readiness(clients, inUse.current).finally(
      () => void setTimeout(() => (asking = undefined), STANDS_MS).unref(),
    );
    const answer = await asking;
    return reply
      .code(answer.status === 'unavailable' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}

async function readiness(
  clients: ReadonlyMap<string, SubgraphClient>,
  { hash: supergraph, subgraphs: served }: ServedSupergraph,
): Promise<Readiness> {
  const subgraphs = await Promise.all(
    served.map(async ({ name, servedUnder }) => {
      // Of a partnership that stands in the directory alone there is none.
      return { name, ready: (await clients.get(name)?.isReady(READY_TIMEOUT_MS)) ?? false, servedUnder };
    }),
  );
  const isUp = subgraphs.some(({ name, ready }) => name === HUB_SUBGRAPH && ready);
  const isWhole = subgraphs.every(({ ready, servedUnder }) => ready && servedUnder === 'PUBLISHED');
  return { status: !isUp ? 'unavailable' : isWhole ? 'ready' : 'degraded', supergraph, subgraphs };
}
