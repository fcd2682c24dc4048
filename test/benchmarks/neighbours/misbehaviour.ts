import type { ServerResponse } from 'node:http';

/** Milliseconds that a slow one takes: longer than the gateway waits for a subgraph. */
const SLOW_MS = 8000;
const HUGE_BYTES = 100 * 2 ** 20;
const PIECE = Buffer.alloc(64 * 1024, 'x');

/** What a subgraph does in place of an answer. That it lives it says, unless it is dead or hung. */
export const MISBEHAVIOURS = {
  slow: (response: ServerResponse, text: string) => void setTimeout(() => response.end(text), SLOW_MS),
  reset: (response: ServerResponse, text: string) => {
    response.writeHead(200, { 'content-length': text.length });
    response.write(text.slice(0, text.length / 2), () => response.socket?.resetAndDestroy());
  },
  garbage: (response: ServerResponse) => void response.end('<html>It works!</html>'),
  '500s': (response: ServerResponse) => void response.writeHead(500).end('{"errors":[{"message":"no"}]}'),
  '100 MB': (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': HUGE_BYTES });
    writeHuge(response, HUGE_BYTES);
  },
  '100 MB in chunks': (response: ServerResponse) => writeHuge(response, HUGE_BYTES),
};

/** How a subgraph fails. */
export type Misbehaviour = 'kill' | 'hang' | keyof typeof MISBEHAVIOURS;

/** How it behaves. */
export type Behaviour = 'well' | Misbehaviour;

function writeHuge(response: ServerResponse, left: number): void {
  while (left > 0 && !response.destroyed) {
    left -= PIECE.length;
    if (!response.write(PIECE)) {
      response.once('drain', () => writeHuge(response, left));
      return;
    }
  }
  response.end();
}
