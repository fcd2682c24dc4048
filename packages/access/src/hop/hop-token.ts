import { sign, verify } from 'node:crypto';
import type { Passport } from '../caller';
import { claimsIn, keyNamedIn, writeCompactJws, type Claims, type CompactJws, type TokenForm } from '../compact-jws';
import type { KeySource } from '../key-source';
import { SIGNING_ALGORITHM, type SigningKeys } from '../signing-keys';
import { TokenRefused } from '../token-refused';
import { claimsOf, type Hop } from './hop-claims';

/** A token that the hub has signed. No other token has this `typ`. */
export const HOP_FORM: TokenForm = { alg: SIGNING_ALGORITHM, typ: 'hub-hop+jwt' };

/**
 * Signs a request to one subgraph.
 *
 * @param agreementKey - the gateway's half of a key to agree on, if the subgraph shall have one.
 */
export function signHopToken(keys: SigningKeys, passport: Passport, hop: Hop, agreementKey?: string): string {
  return signClaims(keys, HOP_FORM.typ, { ...claimsOf(passport, hop), ...(agreementKey && { key: agreementKey }) });
}

/**
 * Signs claims by Ed25519. Node's own signature, on the spot: for what is signed with a request, jose's way over the thread
 * pool takes about twice the time.
 */
export function signClaims([key]: SigningKeys, typ: string, claims: Claims): string {
  const form = { alg: SIGNING_ALGORITHM, typ };
  return writeCompactJws(form, key.kid, claims, (text) => sign(null, Buffer.from(text), key.privateKey));
}

/**
 * The claims of a token that the hub has signed. What they say is not looked at.
 *
 * @param keys - those that the hub publishes.
 * @throws {@link TokenRefused}
 */
export async function signedClaims(jws: CompactJws, keys: KeySource): Promise<Claims> {
  const key = await keys({ alg: SIGNING_ALGORITHM, kid: keyNamedIn(jws, HOP_FORM) });
  if (!verify(null, Buffer.from(jws.text), key, jws.signature)) throw new TokenRefused('SIGNATURE');
  return claimsIn(jws);
}
