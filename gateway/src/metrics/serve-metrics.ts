import { HttpGuard } from '@hub/http';
import fastify from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { GatewayConfig } from '../config';

/** What Prometheus sends is a line and a few headers. */
const BODY_LIMIT = 1024;

/** Metrics that are served. */
export interface ServedMetrics {
  /** Such as `http://127.0.0.1:9464/metrics`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves metrics at a port of their own, so that whoever reaches the hub's does not reach them.
 *
 * @throws Error when the port is taken.
 */
export async function serveMetrics(
  registry: Registry,
  { METRICS_HOST: host, METRICS_PORT: port = 0 }: Pick<GatewayConfig, 'METRICS_HOST' | 'METRICS_PORT'>,
  log: Logger,
): Promise<ServedMetrics> {
  const guard = new HttpGuard({ log, bodyLimit: BODY_LIMIT });
  const app = fastify({ ...guard.server });
  guard.addTo(app);
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  const origin = await app.listen({ host, port });
  return { url: `${origin}/metrics`, close: () => app.close() };
}
