import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpRefused } from './http-errors';

/** Refuses a body that would be misread, before it is: one that is compressed, no JSON, or not in UTF-8. Files are left to their routes. */
export function takeJsonAlone(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addHook('preParsing', async (request) => {
    const reason = isWithoutBody(request) || request.routeOptions.config.takesFile ? null : problemOf(request);
    if (reason !== null) throw new HttpRefused('UNSUPPORTED_MEDIA_TYPE', { reason });
  });
}

function isWithoutBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

function problemOf({ headers }: FastifyRequest): string | null {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') return 'it has a content-encoding';
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') return 'its content-type is another';
  const charset = parameters.map((text) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(text)?.[1]).find(Boolean);
  return charset === undefined || /^utf-?8$/.test(charset) ? null : 'its charset is another';
}
