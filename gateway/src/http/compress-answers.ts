import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { varyBy } from './vary';

const compressed = promisify(gzip);

/** What is shorter is sent as soon as it would be compressed, in bytes. */
const LEAST_BYTES = 16 * 1024;

/** Quick: twice the time of this level saves a tenth of what is left. */
const LEVEL = 3;

/**
 * Compresses large answers for those who take gzip, on a thread beside the one that answers, one at a time: what is ready
 * meanwhile is sent as it is, so that compressing never takes more than one processor.
 *
 * @param mayBe - whether an answer may be compressed. Its length then tells something of what it holds, beside what the
 *   client wrote into it: to who can make a client ask again and again, and see the lengths.
 */
export function compressAnswers(app: FastifyInstance, mayBe: (request: FastifyRequest) => boolean): void {
  let isCompressing = false;
  app.addHook<string | Buffer | null>('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!isText || payload.length < LEAST_BYTES || reply.hasHeader('content-encoding') || !mayBe(request))
      return payload;
    varyBy(reply, 'accept-encoding');
    if (isCompressing || !takesGzip(request)) return payload;
    isCompressing = true;
    try {
      const bytes = await compressed(payload, { level: LEVEL });
      reply.header('content-encoding', 'gzip').header('content-length', bytes.length);
      return bytes;
    } finally {
      isCompressing = false;
    }
  });
}

const takesGzip = ({ headers }: FastifyRequest) =>
  /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(headers['accept-encoding'] ?? ''));
