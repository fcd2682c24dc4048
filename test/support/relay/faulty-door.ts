import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';

/** What a hub is asked. */
export interface Asked {
  /** Id of the partnership whose token it is. */
  who: string;
  query: string;
  variables: Record<string, unknown>;
}

/** How a request goes wrong. */
export type Fault =
  | 'gone before it looked'
  | 'gone before it answered'
  | 'cut half-way through the answer'
  | 'slow'
  | 'an answer that is no JSON'
  | 'nothing but errors'
  | { status: number };

/** A hub's door that is open to whatever can go wrong on a network. */
export interface FaultyDoor {
  url: string;
  /** What was asked, as it came. */
  asked: (Asked & { headers: IncomingMessage['headers'] })[];
  /** Says how the next requests go wrong: one after another, each once. Null goes well. */
  faults: (Fault | null)[];
  /** Those requests alone go wrong that have this in their document. @default all */
  faultsAt: string;
  /** Called when a request has come, and again when it is about to be answered. */
  onStep: (step: 'asked' | 'answering') => Promise<void>;
  /** The feeds that are open, one a partnership; null where there is no feed at all. */
  feeds: Map<string, ServerResponse> | null;
  /** Says in a partnership's feed that there is something. */
  say(partnership: string): void;
  close(): Promise<void>;
}

/** Opens a door over real HTTP in front of what answers. A token is `token-of-` and the partnership's id. */
export async function openFaultyDoor(answer: (asked: Asked) => Promise<ExecutionResult>): Promise<FaultyDoor> {
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  const door: FaultyDoor = {
    ...{ url: '', asked: [], faults: [], faultsAt: '', onStep: async () => undefined, feeds: new Map() },
    say: (partnership) => void door.feeds?.get(partnership)?.write(': heartbeat\n\nevent: movement\ndata: {}\n\n'),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const who = /^Bearer token-of-([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!who) return void response.writeHead(401).end('{}');
    if (request.url === '/feed') return follow(who, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = { who, ...(JSON.parse(Buffer.concat(chunks).toString()) as Omit<Asked, 'who'>) };
    door.asked.push({ ...asked, headers: request.headers });
    const fault = asked.query.includes(door.faultsAt) ? (door.faults.shift() ?? null) : null;
    await door.onStep('asked');
    if (fault === 'gone before it looked') return void request.socket.destroy();
    if (typeof fault === 'object' && fault) return void response.writeHead(fault.status).end('{"errors":[{}]}');
    const body = JSON.stringify(
      fault === 'nothing but errors'
        ? { data: null, errors: [{ message: 'An error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
        : await answer(asked),
    );
    await door.onStep('answering');
    if (fault === 'gone before it answered') return void request.socket.destroy();
    if (fault === 'slow') await after(500);
    response.writeHead(200, { 'content-type': 'application/json' });
    if (fault === 'an answer that is no JSON') return void response.end('<html>');
    if (fault !== 'cut half-way through the answer') return void response.end(body);
    response.write(body.slice(0, body.length / 2), () => request.socket.destroy());
  }

  function follow(who: string, response: ServerResponse): void {
    if (!door.feeds) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: open\ndata: {}\n\n');
    door.feeds.set(who, response);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  door.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return door;
}
