import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key may do: publish for one subgraph; or read all history and roll back, for the hub's operator. */
export type KeyKind = 'PARTNERSHIP' | 'OPERATOR';

/** A key as it is listed; itself it is known to its holder alone. */
export interface PublisherKey {
  id: number;
  kind: KeyKind;
  /** Whose schema it publishes; null of an operator's. */
  subgraph: string | null;
  issuedAt: Date;
  /** Null where it was never used. */
  lastUsedAt: Date | null;
  /** Null where it is good. */
  revokedAt: Date | null;
}

/** A new secret: 256 random bits, as hexadecimal. */
export const newSecret = () => randomBytes(32).toString('hex');

/** What is kept of a secret. It is random, and so needs no slow hash. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** A key as its holder has it: with its number, by which it is found without a search for its hash. */
export const writtenKey = (id: number, secret: string) => `hub_${id}_${secret}`;

/** The number and the secret of a key; undefined of what is none. */
export function readKey(text: string): { id: number; secret: string } | undefined {
  const [, id, secret] = /^hub_(\d{1,15})_([0-9a-f]{64})$/.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id: Number(id), secret };
}

/** Takes as long for a wrong secret as for the right one. */
export const isSecretOf = (secret: string, hash: Buffer) => timingSafeEqual(hashOf(secret), hash);
