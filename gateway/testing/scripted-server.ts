import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface ScriptedRequest {
  /** Its head, with the line that begins it. */
  head: string;
  body: Buffer;
  socket: Socket;
  /** How many came over this connection by now, this one included. */
  nth: number;
}

/** Answers a request, by any bytes that it likes to write. */
export type Script = (request: ScriptedRequest) => void;

/** A server of HTTP/1.1 down to the bytes, for what no server would do that means well. That it lives it says by itself. */
export class ScriptedServer {
  readonly received: ScriptedRequest[] = [];
  /** Those that are open, without those by which it is only asked whether it lives. */
  readonly sockets = new Set<Socket>();
  readonly #all = new Set<Socket>();
  readonly #server: Server;

  constructor(public script: Script) {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(host = '127.0.0.1'): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, host, resolve);
    });
    return this;
  }

  async stop(): Promise<void> {
    const stopped = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#all) socket.destroy();
    await stopped;
  }

  #serve(socket: Socket): void {
    this.#all.add(socket);
    // What the other end does to a connection is what the tests are about.
    socket.on('error', () => {}).on('close', () => [this.#all, this.sockets].map((all) => all.delete(socket)));
    let bytes = Buffer.alloc(0);
    let nth = 0;
    socket.on('data', (piece: Buffer) => {
      bytes = Buffer.concat([bytes, piece]);
      for (;;) {
        const headEnd = bytes.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        const head = bytes.subarray(0, headEnd).toString('latin1');
        const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (end > bytes.length) return;
        const request = { head, body: bytes.subarray(headEnd + 4, end), socket, nth: (nth += 1) };
        bytes = bytes.subarray(end);
        if (head.startsWith('GET /health/')) {
          socket.write(answerOf('{}'));
          continue;
        }
        this.sockets.add(socket);
        this.received.push(request);
        this.script(request);
      }
    });
  }
}

/** A usual answer, as its bytes. */
export function answerOf(text: string, head = 'HTTP/1.1 200 OK'): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from(`${head}\r\ncontent-length: ${body.length}\r\n\r\n`, 'latin1'), body]);
}
