/** Who asks. Without a token it is nobody, who sees what is public; a token that is not good is answered with 401. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Its id in the hub's directory, and the audience of the tokens that the gateway makes for it. */
export const NAME = '{{id}}';

export class TokenRefused extends Error {}

/**
 * @param authorization - the header as it came, or undefined.
 * @param body - the bytes of the request, before anything reads them.
 */
export async function identityOf(authorization, body) {
  if (authorization === undefined) return { isHub: false, scopes: new Set() };
  const [header, payload, signature, ...more] = authorization.replace(/^Bearer /, '').split('.');
  if (!signature || more.length > 0) throw new TokenRefused();
  const { alg, typ, kid, ...others } = decoded(header);
  const isGatewayToken = alg === 'EdDSA' && typ === 'hub-gateway+jwt' && Object.keys(others).length === 0;
  if (!isGatewayToken) throw new TokenRefused();
  const isSigned = await hasSigned(kid, `${header}.${payload}`, signature);
  if (!isSigned) throw new TokenRefused();
  const claims = decoded(payload);
  const now = Date.now() / 1000;
  if (claims.iss !== 'london-scp-hub') throw new TokenRefused();
  if (claims.aud !== NAME) throw new TokenRefused();
  if (!(claims.exp > now)) throw new TokenRefused();
  if (!(claims.exp - claims.iat <= 60)) throw new TokenRefused();
  // The token is for these bytes and no others: who has seen it can ask the same again for a minute, and nothing else.
  if (claims.op !== createHash('sha256').update(body).digest('base64url')) throw new TokenRefused();
  return { isHub: claims.hub === true, scopes: new Set((claims.scope ?? '').split(' ')) };
}

function decoded(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    throw new TokenRefused();
  }
}

async function hasSigned(kid, text, signature) {
  // Read anew each time, so that a key that is no longer published is worth nothing. Keep them for a few minutes if you like.
  const { keys } = await hubKeys();
  const key = keys.find((one) => one.kid === kid && one.kty === 'OKP' && one.crv === 'Ed25519');
  if (!key) return false;
  return verify(null, Buffer.from(text), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
}

async function hubKeys() {
  const { HUB_JWKS } = process.env;
  return /^https?:/.test(HUB_JWKS) ? (await fetch(HUB_JWKS)).json() : JSON.parse(await readFile(HUB_JWKS, 'utf8'));
}
