import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Canned } from './canned-london';
import { MISBEHAVIOURS, type Behaviour } from './misbehaviour';

/** A subgraph over HTTP that answers from memory, and misbehaves when it is told to. */
export class CannedSubgraph {
  readonly #answers = new Map<string, string>();
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #behaviour: Behaviour = 'well';

  constructor(private readonly canned: Canned) {}

  get port(): number {
    return this.#port;
  }

  /** Listens on the port of the last time, or at first on any free one. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response));
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async behave(behaviour: Behaviour): Promise<void> {
    this.#behaviour = behaviour;
    if (behaviour === 'kill') this.#server!.close();
    // What a dead process, or one that is started again, has no more.
    if (behaviour === 'kill' || behaviour === 'well') for (const socket of this.#sockets) socket.destroy();
    if (behaviour === 'well' && !this.#server!.listening) await this.start();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const behaviour = this.#behaviour;
    if (behaviour === 'hang' || behaviour === 'kill') return;
    if (request.method === 'GET') return void response.end('{}');
    const answer = this.#answerTo(await text(request));
    if (behaviour === 'well') response.end(answer);
    else MISBEHAVIOURS[behaviour](response, answer);
  }

  #answerTo(body: string): string {
    let answer = this.#answers.get(body);
    if (answer === undefined) {
      const { query } = JSON.parse(body) as { query: string };
      const { sdl } = this.canned;
      answer = JSON.stringify(query.includes('_service') ? { data: { _service: { sdl } } } : this.canned.answer(query));
      this.#answers.set(body, answer);
    }
    return answer;
  }
}
