import { randomUUID } from 'node:crypto';

/** The caller's `x-request-id` when it is safe to log and to quote, otherwise a new id. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : randomUUID();
}
