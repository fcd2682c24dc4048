import type { GatewayToken, GatewayTokenSigner, RequestIdentity } from '@hub/access';
import type { Endpoint } from './endpoint';
import type { Waiter } from './exchange';
import type { ExchangeFailed } from './exchange-failed';
import type { Sent, WireAnswer } from './wire/wire';

/** An operation, and who waits for its answer. */
export interface Post extends Waiter {
  readonly body: string;
  readonly requestIdentity: RequestIdentity;
  readonly isRepeatable: boolean;
  /** Under what the subgraph traces its part; undefined where nothing is traced. */
  readonly traceparent: string | undefined;
  /** How long the answer is still waited for, in milliseconds. The subgraph is told. */
  left(): number;
}

/**
 * An operation on its way to one process, under a token that says for whom, is good for this subgraph and this body alone,
 * and is not the caller's own.
 */
export class SignedPost implements Waiter, Sent {
  #token: GatewayToken | undefined;
  #sent: Sent;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly path: string,
    private readonly tokens: GatewayTokenSigner | undefined,
    private readonly post: Post,
  ) {
    this.#sent = this.#send();
  }

  answered(answer: WireAnswer): void {
    if (this.#token?.isAgreed && answer.status === 401) {
      // The key is not known there any more, and nothing was done under it. What is signed is no longer agreed: once more.
      this.tokens!.forget();
      this.#sent = this.#send();
      return;
    }
    if (answer.gatewayKey !== undefined) this.tokens?.agree(answer.gatewayKey);
    this.post.answered(answer);
  }

  failed(failure: ExchangeFailed): void {
    this.post.failed(failure);
  }

  cut(): void {
    this.#sent.cut();
  }

  #send(): Sent {
    const { body, requestIdentity, isRepeatable, traceparent } = this.post;
    const headers = ['content-type', 'application/json', 'accept', 'application/json'];
    headers.push('x-request-id', requestIdentity.requestId, 'x-deadline-ms', String(Math.ceil(this.post.left())));
    if (traceparent !== undefined) headers.push('traceparent', traceparent);
    this.#token = this.tokens?.tokenFor(requestIdentity, body);
    if (this.#token) headers.push('authorization', `Bearer ${this.#token.token}`);
    return this.endpoint.exchange({ method: 'POST', path: this.path, headers, body, isRepeatable }, this);
  }
}
