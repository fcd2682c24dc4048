import type { FastifyInstance, FastifyRequest } from 'fastify';

const bodies = new WeakMap<FastifyRequest, string>();

/** Takes JSON alone, and keeps each body as it came: a gateway token is bound to its bytes. */
export function keepRawBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    bodies.set(request, body as string);
    void parse(request, body as string, done);
  });
}

/** A request's body as it came; empty where there was none. */
export function rawBodyOf(request: FastifyRequest): string {
  return bodies.get(request) ?? '';
}
