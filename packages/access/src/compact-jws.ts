import { sign, verify } from 'node:crypto';
import type { KeySource } from './key-source';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys';
import { TokenRefused } from './token-refused';

/** Claims as they stand in a token, still to be checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** An Ed25519 signature is 64 bytes, and those are 86 characters. */
const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;

/**
 * Signs claims by Ed25519. Node's own signature, on the spot: for what is signed and read with each request, jose's way
 * over the thread pool takes about twice the time.
 */
export function signClaims([key]: SigningKeys, type: string, claims: Claims): string {
  const header = { alg: SIGNING_ALGORITHM, kid: key.kid, typ: type };
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign(null, Buffer.from(text), key.privateKey).toString('base64url')}`;
}

/**
 * The claims of a token of one type, if one of the keys has signed it. What they say is not looked at.
 *
 * @throws {@link TokenRefused}
 */
export async function signedClaims(token: string, type: string, keys: KeySource): Promise<Claims> {
  const [, header = '', payload = '', signature = ''] = COMPACT.exec(token) ?? [];
  const { alg, kid, typ, ...others } = jsonIn(header);
  if (typ !== type) throw new TokenRefused('TYPE');
  if (alg !== SIGNING_ALGORITHM) throw new TokenRefused('ALGORITHM');
  // Nothing that would change how the rest is to be read: `crit`, `b64`, a key of the token's own.
  if (typeof kid !== 'string' || Object.keys(others).length > 0) throw new TokenRefused('MALFORMED');
  const key = await keys({ alg, kid });
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) {
    throw new TokenRefused('SIGNATURE');
  }
  return jsonIn(payload);
}

function jsonIn(part: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // No JSON, and refused like JSON that is no object. The parser's message would quote the token.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TokenRefused('MALFORMED');
  return value as Claims;
}
