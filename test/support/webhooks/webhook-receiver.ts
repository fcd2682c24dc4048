import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { WebhookBody } from '@hub/contract';
import { WebhookReader } from '../vendor/receive-webhook.mjs';

/** A webhook as it came. */
export interface Received {
  message: WebhookBody;
  /** Whether none came before with its id. */
  isNew: boolean;
  headers: IncomingHttpHeaders;
}

/** Where a vendor takes webhooks. */
export interface WebhookReceiver {
  url: string;
  /** What was the hub's, in the order in which it came, also what was not taken. */
  received: Received[];
  /** Why something was not the hub's. */
  problems: string[];
  /** What it answers, where that is not 204. */
  answer: ((response: ServerResponse, received: Received) => void) | null;
  close(): Promise<void>;
}

/**
 * Opens one on 127.0.0.1.
 *
 * @param fetchJwks - answers the keys that the hub publishes
 */
export async function openWebhookReceiver(fetchJwks: () => Promise<object>): Promise<WebhookReceiver> {
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/movements?system=1`;
  const reader = new WebhookReader(url, fetchJwks);
  const receiver: WebhookReceiver = {
    ...{ url, received: [], problems: [], answer: null },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  async function take(request: IncomingMessage, response: ServerResponse) {
    try {
      const { method, headers } = request;
      const received = { ...(await reader.read({ method, headers, body: await buffer(request) })), headers };
      receiver.received.push(received);
      if (receiver.answer) receiver.answer(response, received);
      else response.writeHead(204).end();
    } catch (error) {
      receiver.problems.push(String(error));
      response.writeHead(401).end();
    }
  }
  return receiver;
}
