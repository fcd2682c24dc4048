import { bearerOf } from '@hub/access';
import { mayRead, RegistryRefusal, type PublisherKey } from '@hub/registry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from '../http/http-errors';
import type { OpenRegistry } from './open-registry';
import {
  historyQuery,
  numberedRequest,
  publicationRequest,
  read,
  rollbackRequest,
  supergraphQuery,
} from './registry-requests';

/** A schema of 1 MiB, as JSON writes it. */
const BODY_BYTES = 2 * 2 ** 20;

declare module 'fastify' {
  interface FastifyRequest {
    /** By whose key the registry is asked. */
    publisher: PublisherKey | null;
  }
}

/** Serves `/registry`, behind a limit on requests, to whoever has a key. */
export async function addRegistry(pages: FastifyInstance, { registry, keys }: OpenRegistry): Promise<void> {
  await pages.register(async (app) => {
    app.decorateRequest('publisher', null);
    app.setErrorHandler((error) => {
      throw error instanceof RegistryRefusal ? refused(app, error) : error;
    });
    // After the limit on requests, and before the body is read.
    app.addHook('preParsing', async (request) => {
      const key = bearerOf(request.headers.authorization);
      request.publisher = key === undefined ? null : await keys.holderOf(key);
      if (!request.publisher) throw new RegistryRefusal('REGISTRY_KEY_REFUSED');
    });

    app.get('/registry/me', (request) => publisherOf(request));

    app.post('/registry/publications', { bodyLimit: BODY_BYTES }, async (request, reply) => {
      const { url = null, ifVersion = null, ...asked } = read(publicationRequest, request.body);
      const record = await registry.publish(publisherOf(request), { ...asked, url, ifVersion });
      return reply.code(record.result === 'REFUSED' ? 422 : 200).send(record);
    });

    app.get('/registry/publications', async (request) => {
      const { subgraph, first } = read(historyQuery, request.query);
      const publisher = publisherOf(request);
      const of = subgraph ?? publisher.subgraph;
      if (of !== null) mustRead(publisher, of);
      return { publications: await registry.history.entries(of, first) };
    });

    app.get('/registry/publications/:number', async (request) => {
      const { number } = read(numberedRequest, request.params);
      const record = await registry.history.publication(number);
      if (!record) throw new RegistryRefusal('PUBLICATION_UNKNOWN', { number });
      mustRead(publisherOf(request), record.subgraph);
      return record;
    });

    app.post('/registry/rollbacks', async (request, reply) => {
      const { publication, reason } = read(rollbackRequest, request.body);
      const record = await registry.restore(publisherOf(request), publication, reason);
      return reply.code(record.result === 'REFUSED' ? 422 : 200).send(record);
    });

    app.get('/registry/supergraph', async (request) => {
      const { number } = read(supergraphQuery, request.query);
      const { history } = registry;
      const found = number === undefined ? await history.newest() : await history.supergraph(number);
      if (!found) throw new RegistryRefusal('PUBLICATION_UNKNOWN', { number: number ?? 0 });
      const subgraphs = found.subgraphs.map(({ sdl: _, ...part }) => part);
      return { ...found, subgraphs };
    });
  });
}

const publisherOf = ({ publisher }: FastifyRequest) => publisher!;

function mustRead(publisher: PublisherKey, subgraph: string): void {
  if (!mayRead(publisher, subgraph)) throw new RegistryRefusal('REGISTRY_NOT_YOURS', { subgraph });
}

function refused({ log }: FastifyInstance, error: RegistryRefusal): RequestRefused {
  const { code, values, cause } = error;
  if (cause) log.error({ err: cause }, 'The registry cannot be used.');
  const seconds = values['seconds'];
  const headers: Record<string, string> =
    code === 'REGISTRY_KEY_REFUSED'
      ? { 'www-authenticate': 'Bearer error="invalid_token"' }
      : seconds === undefined
        ? {}
        : { 'retry-after': String(seconds) };
  return new RequestRefused(code, values, headers);
}
