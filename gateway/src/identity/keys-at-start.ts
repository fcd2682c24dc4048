import type { SigningKeys } from '@hub/access';
import { HttpGuard } from '@hub/http';
import fastify from 'fastify';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import { gatewayError } from '../errors';
import { addGatewayKeys } from './gateway-keys-route';

/**
 * Publishes the hub's keys while work goes on that the gateway needs before it listens. A subgraph that is given them by URL
 * asks here for them when the gateway asks it for its schema; without them it could tell it to nobody.
 */
export async function withKeysPublished<Result>(
  { HOST, PORT, MAX_BODY_BYTES }: GatewayConfig,
  keys: SigningKeys | undefined,
  log: Logger,
  work: () => Promise<Result>,
): Promise<Result> {
  // A port that is not known yet is asked by nobody.
  if (!keys || PORT === 0) return work();
  const guard = new HttpGuard({ log, bodyLimit: MAX_BODY_BYTES });
  const app = fastify(guard.server);
  guard.addTo(app);
  addGatewayKeys(app, keys);
  app.setNotFoundHandler((_, reply) => {
    const { message, extensions } = gatewayError('STARTING');
    return reply
      .code(503)
      .header('retry-after', '5')
      .send({ errors: [{ message, extensions: { code: extensions['code'] } }] });
  });
  try {
    await app.listen({ host: HOST, port: PORT });
    return await work();
  } finally {
    await app.close();
  }
}
