import type { FastifyReply } from 'fastify';

/** Says of an answer that it differs by headers of the request, beside those that were said before. */
export function varyBy(reply: FastifyReply, headers: string): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? headers : `${String(before)}, ${headers}`);
}
