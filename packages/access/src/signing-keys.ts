import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';

/** The algorithm of every key made or signed with here: Ed25519. */
export const SIGNING_ALGORITHM = 'EdDSA';

/** One private key, and the name that a token's header gives it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
}

/** Private keys. The first signs; all are published, so that what an earlier one has signed stays valid. */
export type SigningKeys = readonly [SigningKey, ...SigningKey[]];

/** Reads a JWKS of private Ed25519 keys. */
export async function readSigningKeys(file: string): Promise<SigningKeys> {
  const refuse = (what: string, options?: ErrorOptions) =>
    new Error(`${file}: ${what} Give a JWKS of private Ed25519 keys, each with a "kid" of its own.`, options);
  let jwks: { keys?: unknown } | null;
  try {
    jwks = JSON.parse(await readFile(file, 'utf8')) as typeof jwks;
  } catch (cause) {
    // The cause of a text that is no JSON quotes the text, and the text has secrets.
    throw cause instanceof SyntaxError ? refuse('is no JSON.') : refuse('cannot be read.', { cause });
  }
  const list: unknown[] = Array.isArray(jwks?.keys) ? jwks.keys : [];
  const [first, ...others] = list.map((jwk, index) => {
    const key = signingKey(jwk);
    if (!key) throw refuse(`keys[${index}] is not such a key.`);
    return key;
  });
  if (!first) throw refuse('holds no key.');
  const keys = [first, ...others] as const;
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw refuse('two keys have the same "kid".');
  return keys;
}

/** Reads the keys, after making a file with one new key if there is none. Only its owner may read the file. */
export async function createSigningKeys(file: string): Promise<SigningKeys> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = await promisify(generateKeyPair)('ed25519');
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: String(jwk.x) });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify({ keys: [{ ...jwk, kid, alg: SIGNING_ALGORITHM, use: 'sig' }] }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link is made whole or not at all, and never over a file that is there: of two starts at once one key remains.
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(unfinished);
  }
  return readSigningKeys(file);
}

/** What the world may know of the keys. */
export function publicJwks(keys: SigningKeys): { keys: JsonWebKey[] } {
  return {
    keys: keys.map(({ kid, privateKey }) => ({
      ...createPublicKey(privateKey).export({ format: 'jwk' }),
      kid,
      alg: SIGNING_ALGORITHM,
      use: 'sig',
    })),
  };
}

function signingKey(jwk: unknown): SigningKey | undefined {
  const kid = (jwk as JsonWebKey | null)?.kid;
  if (typeof kid !== 'string' || kid === '') return undefined;
  try {
    const privateKey = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return privateKey.asymmetricKeyType === 'ed25519' ? { kid, privateKey } : undefined;
  } catch {
    return undefined;
  }
}
