import { HttpRefused } from '@hub/http';
import type { FastifyRequest } from 'fastify';

/**
 * Tells a client that subscribes where the feed is. One that does says so before its operation is read: it takes a stream of
 * events or parts and nothing else, or asks for a WebSocket.
 */
export async function refuseStreams({ headers }: FastifyRequest): Promise<void> {
  const { accept = '', upgrade = '' } = headers;
  const takesStreamsAlone =
    /text\/event-stream|multipart\/mixed/i.test(accept) && !/json|\*\/\*|application\/\*/i.test(accept);
  if (takesStreamsAlone || /websocket/i.test(upgrade)) throw new HttpRefused('SUBSCRIPTION_NOT_SERVED');
}
