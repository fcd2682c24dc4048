import { KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { TokenRefused } from './token-refused';

/**
 * Finds the public key that a token's header names. jose takes it as a `getKey`.
 *
 * @throws {@link TokenRefused} `KEY_UNKNOWN` or `KEYS_UNAVAILABLE`.
 */
export type KeySource = (header: Pick<JWTHeaderParameters, 'alg' | 'kid'>) => Promise<KeyObject>;

type KeySet = (header: Pick<JWTHeaderParameters, 'alg' | 'kid'>) => Promise<CryptoKey>;
type CryptoKey = Parameters<typeof KeyObject.from>[0];

/**
 * The keys of a JWKS. One at a URL is kept for 10 minutes, and asked for anew, at most every 30 s, when a key is unknown.
 * A file is read again as soon as it has changed.
 */
export function keySource(urlOrPath: string): KeySource {
  if (urlOrPath === '') throw new TypeError('Give the URL or the path of a JWKS.');
  const keySet: KeySet = /^https?:\/\//.test(urlOrPath)
    ? createRemoteJWKSet(new URL(urlOrPath))
    : fileKeySet(urlOrPath);
  const keyObjects = new WeakMap<CryptoKey, KeyObject>();
  return async (header) => {
    const key = await keySet(header).catch((cause: unknown) => {
      throw new TokenRefused(isUnknownKey(cause) ? 'KEY_UNKNOWN' : 'KEYS_UNAVAILABLE', { cause });
    });
    let keyObject = keyObjects.get(key);
    if (!keyObject) keyObjects.set(key, (keyObject = KeyObject.from(key)));
    return keyObject;
  };
}

/** Asking for the state of a file takes microseconds, so a removed key is refused from the next token on. */
function fileKeySet(path: string): KeySet {
  let read: { state: string; keySet: KeySet } | undefined;
  return async (header) => {
    const { mtimeMs, ino, size } = statSync(path);
    const state = `${mtimeMs} ${ino} ${size}`;
    if (read?.state !== state) {
      read = { state, keySet: createLocalJWKSet(JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet) };
    }
    return read.keySet(header);
  };
}

/** An algorithm that no published key can have, as HS256, is a key that is not there. */
function isUnknownKey(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
