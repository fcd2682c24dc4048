import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'undici';
import type { HostileRequest } from './hostile-request';

/** What came back; status 0 where the connection was closed without an answer. */
export interface Exchanged {
  status: number;
  requestId: string | null;
  text: string;
}

/** Guards only against waiting for ever. */
const PATIENCE_MS = 120_000;
/** What a client finds of a connection that the other side closed after the request before. */
const CLOSED: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** One caller at one address of the loopback network, who keeps a connection. */
export class HostileCaller {
  #client: Client | undefined;

  /** @param address - such as `127.9.0.1`: the hub counts callers without a token by it */
  constructor(
    private readonly origin: string,
    private readonly address: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** What a kept connection cannot bring any more, is sent once by a new one, as clients do (RFC 9112, 9.3.1). */
  async send(request: HostileRequest): Promise<Exchanged> {
    const { kind, method, path, headers, body } = request;
    const isKept = this.#client !== undefined;
    if (kind === 'bytes') return this.#sendBytes(body as Buffer);
    const all = { ...this.headers, ...headers };
    const patience = { headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS };
    this.#client ??= new Client(this.origin, { localAddress: this.address, ...patience });
    try {
      const answer = await this.#client.request({ method, path, headers: all, body } as never);
      const requestId = answer.headers['x-request-id'];
      return { status: answer.statusCode, requestId: String(requestId), text: await answer.body.text() };
    } catch (error) {
      await this.close();
      const { code } = error as { code?: string };
      if (isKept && CLOSED.has(code)) return this.send(request);
      return { status: 0, requestId: null, text: code ?? String(error) };
    }
  }

  async close(): Promise<void> {
    await this.#client?.destroy();
    this.#client = undefined;
  }

  /** Sends bytes and no more, and reads until the other side closes. */
  async #sendBytes(bytes: Buffer): Promise<Exchanged> {
    const { hostname, port } = new URL(this.origin);
    const socket = connect({ host: hostname, port: Number(port), localAddress: this.address });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    const closed = once(socket, 'close').catch(() => undefined);
    socket.end(bytes);
    await closed;
    const text = Buffer.concat(chunks).toString();
    const [, status = '0'] = /^HTTP\/1\.[01] (\d{3})/.exec(text) ?? [];
    return { status: Number(status), requestId: null, text: text.slice(text.indexOf('\r\n\r\n') + 4) };
  }
}
