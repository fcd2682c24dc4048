import { createHash } from 'node:crypto';
import type { Caller } from './caller';

/** Seconds for which a token is believed without a look at its issuer's keys. */
const BELIEVED_SECONDS = 60;
const COUNT = 1000;

/**
 * Tokens that were verified a short while ago. It keeps their hashes, so that no token lies in memory for longer than its
 * request.
 */
export class VerifiedTokens {
  readonly #callers = new Map<string, { caller: Caller; until: number }>();

  /** The caller of a token that is still believed. */
  get(token: string): Caller | undefined {
    const known = this.#callers.get(hashOf(token));
    return known && Date.now() < known.until ? known.caller : undefined;
  }

  /** @param expiry - the token's `exp`: seconds since 1970. */
  set(token: string, caller: Caller, expiry: number): void {
    this.#callers.set(hashOf(token), { caller, until: Math.min(Date.now() + BELIEVED_SECONDS * 1000, expiry * 1000) });
    if (this.#callers.size > COUNT) this.#callers.delete(this.#callers.keys().next().value!);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
