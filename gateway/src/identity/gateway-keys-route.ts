import { publicJwks, type SigningKeys } from '@hub/access';
import type { FastifyInstance } from 'fastify';

/** Publishes the keys by which subgraphs know that a request comes from this gateway. */
export function addGatewayKeys(app: FastifyInstance, keys: SigningKeys): void {
  const jwks = publicJwks(keys);
  app.get('/.well-known/jwks.json', (_, reply) => reply.header('cache-control', 'public, max-age=300').send(jwks));
}
