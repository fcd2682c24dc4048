import type { SigningKeys } from '@hub/access';
import type { WebhookBody } from '@hub/contract';
import { AddressNotAllowed, lookupWithin, problemOfAddress, type Network } from '@hub/http';
import { Agent } from 'undici';
import { signRequest } from './sign-request';
import { hostOf } from './webhook-settings';

/** How long a receiver may take, in milliseconds. */
export const LIMIT_MS = 10_000;
/** How much of an answer is read, in bytes: nothing in it counts but its status. */
const ANSWER_BYTES = 16 * 1024;

/** Posts webhooks to one receiver, over connections that lead nowhere else. */
export class WebhookPost {
  readonly #agent: Agent;

  /** @param limitMs - how long a receiver may take. @default 10 seconds */
  constructor(
    private readonly networks: readonly Network[],
    private readonly keys: SigningKeys,
    private readonly limitMs = LIMIT_MS,
  ) {
    this.#agent = new Agent({
      connect: { lookup: lookupWithin(networks), timeout: limitMs },
      ...{ headersTimeout: limitMs, bodyTimeout: limitMs, maxHeaderSize: ANSWER_BYTES },
    });
  }

  /**
   * Posts it once, and follows nowhere.
   *
   * @returns why the receiver has not taken it, in words; null where it has.
   */
  async send(url: URL, said: WebhookBody, signal: AbortSignal): Promise<string | null> {
    const problem = problemOfAddress(hostOf(url), this.networks);
    if (problem) return `${problem}.`;
    const request = { method: 'POST', url, contentType: 'application/json', body: JSON.stringify(said) };
    const headers = signRequest({ ...request, sentAt: new Date() }, this.keys);
    const limit = AbortSignal.timeout(this.limitMs);
    try {
      const { statusCode, body } = await this.#agent.request({
        ...{ origin: url.origin, path: `${url.pathname}${url.search}`, method: 'POST', headers, body: request.body },
        signal: AbortSignal.any([signal, limit]),
      });
      // What is longer closes the connection; the status counts all the same.
      await body.dump({ limit: ANSWER_BYTES, signal: limit }).catch(() => undefined);
      return problemOfStatus(statusCode);
    } catch (error) {
      return limit.aborted ? `It did not answer within ${this.limitMs / 1000} seconds.` : problemOf(error);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function problemOfStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  const remedy = status >= 300 && status < 400 ? ' No redirect is followed: name the address that it leads to.' : '';
  return `It answered with status ${status}.${remedy}`;
}

function problemOf(error: unknown): string {
  if (error instanceof AddressNotAllowed) return `${error.message}. Name its network in WEBHOOK_NETWORKS, or another.`;
  const { code, name } = error as NodeJS.ErrnoException;
  return name === 'AbortError'
    ? 'The hub was ended while it asked.'
    : `It cannot be reached${code ? ` (${code})` : ''}.`;
}
