import { createHmac, timingSafeEqual } from 'node:crypto';
import { claimsIn, keyNamedIn, writeCompactJws, type Claims, type CompactJws, type TokenForm } from '../compact-jws';
import { TokenRefused } from '../token-refused';
import type { AgreedKey } from './agreement-key';

/** A token under a key that was agreed with the hub. No other token has this `typ`. */
export const AGREED_FORM: TokenForm = { alg: 'HS256', typ: 'hub-hop-agreed+jwt' };

/** Writes a token under an agreed key. */
export function writeAgreedToken(key: AgreedKey, claims: Claims): string {
  return writeCompactJws(AGREED_FORM, key.kid, claims, (text) => macOf(key, text));
}

/**
 * The claims of a token under an agreed key. What they say is not looked at.
 *
 * @param keyOf - the key of that name, as long as it is good.
 * @throws {@link TokenRefused}
 */
export function agreedClaims(jws: CompactJws, keyOf: (kid: string) => AgreedKey | undefined): Claims {
  const key = keyOf(keyNamedIn(jws, AGREED_FORM));
  if (!key) throw new TokenRefused('KEY_UNKNOWN');
  const mac = macOf(key, jws.text);
  if (mac.length !== jws.signature.length || !timingSafeEqual(mac, jws.signature)) throw new TokenRefused('SIGNATURE');
  return claimsIn(jws);
}

function macOf({ secret }: AgreedKey, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
