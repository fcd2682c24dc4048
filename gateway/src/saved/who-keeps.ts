import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { varyBy } from '../http/vary';
import type { DirectAnswer } from '../operation/direct-answers';

/** How long anybody may keep what was answered without a token, in seconds. */
const PUBLIC_SECONDS = 60;

/**
 * Says who may keep an answer, and puts its tag on it. What was answered without a token is anybody's for a minute. What was
 * answered to a token is kept by its client alone, which asks each time whether it still holds: for a token that is not
 * accepted any more it does not. Nobody keeps what is on record as an access, or what lacks something.
 *
 * @returns whether the client says that it has this answer.
 */
export function sayWhoKeeps(
  { operation, headers }: FastifyRequest,
  reply: FastifyReply,
  { status, text }: DirectAnswer,
): boolean {
  const { caller, access, answer } = operation!;
  const { granted, refused } = access?.childLevel ?? { granted: [], refused: [] };
  const isWhole = status === 200 && answer.errors?.length === 0;
  if (!isWhole || granted.length + refused.length > 0) {
    void reply.header('cache-control', 'no-store');
    return false;
  }
  const tag = `"${hash('sha256', text, 'base64url')}"`;
  // Weak, as the same answer may leave compressed.
  void reply.header('etag', `W/${tag}`);
  void reply.header('cache-control', caller ? 'private, no-cache' : `public, max-age=${PUBLIC_SECONDS}`);
  varyBy(reply, 'accept, authorization');
  const known = headers['if-none-match']?.split(',') ?? [];
  return known.some((one) => one.trim().replace(/^W\//, '') === tag);
}
