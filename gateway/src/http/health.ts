import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { HUB_SUBGRAPH } from '../errors';
import type { SubgraphClient } from '../subgraphs/subgraph-client';

/** How long a subgraph may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT_MS = 2000;

/** How long an answer stands, in milliseconds: whoever asks again and again does not make the gateway ask as often. */
const STANDS_MS = 500;

/** What `/health/ready` answers. It holds no address. */
export interface Readiness {
  /** `degraded`: a partnership is down. `unavailable`: the London SCP's own subgraph is. */
  status: 'ready' | 'degraded' | 'unavailable';
  /** The SHA-256 of the supergraph in use, in hexadecimal. */
  supergraph: string;
  subgraphs: { name: string; ready: boolean }[];
}

/** Serves `/health/live` (the process answers) and `/health/ready` (the graph does). */
export function addHealth(
  app: FastifyInstance,
  clients: ReadonlyMap<string, SubgraphClient>,
  supergraphSdl: string,
): void {
  const supergraph = createHash('sha256').update(supergraphSdl).digest('hex');
  let asking: Promise<Readiness> | undefined;

  app.get('/health/live', { logLevel: 'warn' }, () => ({ status: 'live' }));

  app.get('/health/ready', { logLevel: 'warn' }, async (_, reply) => {
    // Shared: asking the gateway must not multiply into asking every partnership.
    asking ??= readiness([...clients.values()], supergraph).finally(
      () => void setTimeout(() => (asking = undefined), STANDS_MS).unref(),
    );
    const answer = await asking;
    return reply
      .code(answer.status === 'unavailable' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}

async function readiness(clients: SubgraphClient[], supergraph: string): Promise<Readiness> {
  const subgraphs = await Promise.all(
    clients.map(async (client) => ({
      name: client.name,
      ready: await client.isReady(READY_TIMEOUT_MS),
    })),
  );
  const down = subgraphs.filter(({ ready }) => !ready).map(({ name }) => name);
  const status = down.includes(HUB_SUBGRAPH) ? 'unavailable' : down.length ? 'degraded' : 'ready';
  return { status, supergraph, subgraphs };
}
