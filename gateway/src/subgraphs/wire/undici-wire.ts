import { GATEWAY_KEY_HEADER } from '@hub/access';
import { Pool, type Dispatcher } from 'undici';
import { ExchangeFailed, failureOf } from '../exchange-failed';
import { textOf } from './text-of';
import type { Sent, Wire, WireOptions, WireRequest } from './wire';

/**
 * Over undici's pool: whatever HTTP/1.1 may be, TLS too. By `dispatch`: `request` makes a stream and promises for each
 * answer. Times are the caller's to keep; undici's own would end what is still waited for.
 */
export class UndiciWire implements Wire {
  readonly #pool: Pool;

  constructor({ origin, connections, maxResponseBytes, lookup }: WireOptions) {
    const times = { headersTimeout: 0, bodyTimeout: 0 };
    const connect = { timeout: 0, ...(lookup && { lookup }) };
    this.#pool = new Pool(origin, { connections, maxResponseSize: maxResponseBytes, ...times, connect });
  }

  send(request: WireRequest): Sent {
    const exchange = new UndiciExchange(request);
    const { method, path, headers, body } = request;
    this.#pool.dispatch({ method, path, headers: headers as string[], body: body || null }, exchange);
    exchange.isSent = true;
    return exchange;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

class UndiciExchange implements Sent, Dispatcher.DispatchHandler {
  isSent = false;
  #controller: Dispatcher.DispatchController | undefined;
  #isCut = false;
  #status = 0;
  #gatewayKey: string | undefined;
  readonly #chunks: Buffer[] = [];

  constructor(private readonly request: WireRequest) {}

  cut(): void {
    this.#isCut = true;
    this.#controller?.abort(new ExchangeFailed('OTHER', 'cut off'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was cut while it waited for a connection.
    if (this.#isCut) this.cut();
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    this.#status = status;
    const gatewayKey = headers[GATEWAY_KEY_HEADER];
    if (typeof gatewayKey === 'string') this.#gatewayKey = gatewayKey;
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isCut) return;
    this.request.answered({ status: this.#status, text: textOf(this.#chunks), gatewayKey: this.#gatewayKey });
  }

  onResponseError(_: unknown, error: Error): void {
    if (this.#isCut) return;
    // What cannot be sent at all is refused on the spot.
    if (!this.isSent) return process.nextTick(() => this.onResponseError(_, error));
    this.request.failed(failureOf(error, this.#status > 0));
  }
}
