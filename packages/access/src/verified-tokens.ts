import { hash } from 'node:crypto';
import type { Caller } from './caller';
import { Remembered } from './remembered';

/** Seconds for which a token is believed without a look at its issuer's keys. */
const BELIEVED_SECONDS = 60;
const COUNT = 1000;

/**
 * Tokens that were verified a short while ago. It keeps their hashes, so that no token lies in memory for longer than its
 * request.
 */
export class VerifiedTokens {
  readonly #callers = new Remembered<Caller>(COUNT);

  /** The caller of a token that is still believed. */
  get(token: string): Caller | undefined {
    return this.#callers.get(hashOf(token));
  }

  /** @param expiry - the token's `exp`: seconds since 1970. */
  set(token: string, caller: Caller, expiry: number): void {
    this.#callers.set(hashOf(token), caller, Math.min(Date.now() + BELIEVED_SECONDS * 1000, expiry * 1000));
  }
}

function hashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
