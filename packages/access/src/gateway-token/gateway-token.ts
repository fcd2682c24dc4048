import { sign, verify } from 'node:crypto';
import type { RequestIdentity } from '../caller';
import { decoded, encoded, type Claims, type CompactJws } from '../compact-jws';
import type { KeySource } from '../key-source';
import { SIGNING_ALGORITHM, type SigningKeys } from '../signing-keys';
import { TokenRefused } from '../token-refused';
import { bindingOf, claimsOf, type SignedRequest } from './gateway-claims';

/** `typ` of a token that the hub has signed. No other token has it. */
export const GATEWAY_TOKEN_TYPE = 'hub-gateway+jwt';

/**
 * Signs a request to one subgraph.
 *
 * @param agreementKey - the gateway's half of a key to agree on, if the subgraph shall have one.
 */
export function signGatewayToken(
  keys: SigningKeys,
  requestIdentity: RequestIdentity,
  request: SignedRequest,
  agreementKey?: string,
): string {
  return signClaims(keys, GATEWAY_TOKEN_TYPE, {
    ...claimsOf(requestIdentity),
    ...bindingOf(request),
    ...(agreementKey && { key: agreementKey }),
  });
}

/**
 * Signs claims by Ed25519. Node's own signature, on the spot: for what is signed with a request, jose's way over the thread
 * pool takes about twice the time.
 */
export function signClaims([key]: SigningKeys, typ: string, claims: Claims): string {
  const text = `${encoded({ alg: SIGNING_ALGORITHM, kid: key.kid, typ })}.${encoded(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key.privateKey).toString('base64url')}`;
}

/**
 * The claims of a token that the hub has signed. What they say is not looked at.
 *
 * @param keys - those that the hub publishes.
 * @throws {@link TokenRefused}
 */
export async function signedClaims(jws: CompactJws, keys: KeySource): Promise<Claims> {
  const key = await keys({ alg: SIGNING_ALGORITHM, kid: keyNamedIn(jws) });
  if (!verify(null, Buffer.from(jws.text), key, jws.signature)) throw new TokenRefused('SIGNATURE');
  return decoded(jws.payload);
}

/** The key that a token names, if it is a signed gateway token and asks for nothing else. */
function keyNamedIn({ header }: CompactJws): string {
  const { alg, kid, typ, ...others } = decoded(header);
  if (typ !== GATEWAY_TOKEN_TYPE) throw new TokenRefused('TYPE');
  if (alg !== SIGNING_ALGORITHM) throw new TokenRefused('ALGORITHM');
  // Nothing that would change how the rest is to be read: `crit`, `b64`, a key of the token's own.
  if (typeof kid !== 'string' || Object.keys(others).length > 0) throw new TokenRefused('MALFORMED');
  return kid;
}
