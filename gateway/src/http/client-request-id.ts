import type { IncomingHttpHeaders } from 'node:http';

/**
 * The id by which a client knows its request, for the line of the log that also has the hub's: with the one, whoever runs
 * the hub finds the other. It is no more than that, as another client may send the same.
 */
export function clientRequestId({ 'x-request-id': given }: IncomingHttpHeaders): { clientRequestId?: string } {
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? { clientRequestId: given } : {};
}
