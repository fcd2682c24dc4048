import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/**
 * Publishes the keys by which a partnership's system knows that a webhook comes from the hub: apart from those of gateway tokens,
 * so that what signs the one is good for no other. Of whatever the file holds only the public part.
 */
export async function addWebhookKeys(app: FastifyInstance, file: string): Promise<void> {
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: (JsonWebKey & Record<string, unknown>)[] };
  const jwks = {
    keys: keys.map(({ kid, alg, use, ...key }) => ({
      ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }),
      ...{ kid, alg, use },
    })),
  };
  app.get('/.well-known/webhook-jwks.json', (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(jwks),
  );
}
