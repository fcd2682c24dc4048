import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deadline } from './deadline';

/** The header in which whoever asks says how many milliseconds the answer will be waited for. */
const HEADER = 'x-deadline-ms';

/**
 * Until when a request is worked on: as long as an operation may take, or as the asker waits, if that is shorter; and no
 * longer than its connection is there.
 */
export function deadlineOf({ headers }: FastifyRequest, { raw }: FastifyReply, limitMs: number): Deadline {
  const said = headers[HEADER];
  const waits = typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : Infinity;
  const deadline = new Deadline(Math.min(limitMs, waits));
  // Also after the answer, when nothing is left to cut off.
  raw.once('close', () => deadline.end());
  if (raw.destroyed) deadline.end();
  return deadline;
}
