import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Passport } from '../caller';
import { encoded, type CompactJws } from '../compact-jws';
import { TokenRefused } from '../token-refused';
import type { AgreedKey } from './agreement-key';
import { claimsOf, HOP_SECONDS, type Hop } from './hop-claims';

/**
 * Writes a token for one request under an agreed key. The key is of one subgraph, and the MAC is of the body too, so that
 * the claims are the same for all requests of an operation.
 */
export function writeAgreedToken(key: AgreedKey, passport: Passport, body: Hop['body']): string {
  const text = `${key.header}.${textOf(passport)}`;
  return `${text}.${macOf(key, text, body).toString('base64url')}`;
}

/** @throws {@link TokenRefused} unless the token is under this key, and for this body. */
export function checkMac(key: AgreedKey, { text, signature }: CompactJws, body: Hop['body']): void {
  const mac = macOf(key, text, body);
  if (mac.length !== signature.length || !timingSafeEqual(mac, signature)) throw new TokenRefused('SIGNATURE');
}

/** No body can be taken for a part of the text, or the other way round: the text has one dot, and one follows it. */
function macOf({ secret }: AgreedKey, text: string, body: Hop['body']): Buffer {
  return createHmac('sha256', secret).update(`${text}.`).update(body).digest();
}

/** One operation asks several subgraphs, each several times. */
const texts = new WeakMap<Passport, { text: string; until: number }>();

function textOf(passport: Passport): string {
  const now = Date.now();
  let known = texts.get(passport);
  if (!known || now >= known.until) {
    // Half its time is left to whatever comes last.
    known = { text: encoded(claimsOf(passport)), until: now + (HOP_SECONDS * 1000) / 2 };
    texts.set(passport, known);
  }
  return known.text;
}
