import { createHash } from 'node:crypto';
import type { Caller, DeclaredPurpose, RequestIdentity } from '../caller';
import { CLOCK_TOLERANCE_SECONDS, fromClaims, toClaims } from '../claims';
import type { Claims } from '../compact-jws';
import { isPurpose } from '../purpose';
import { Remembered } from '../remembered';
import { TokenRefused } from '../token-refused';

/** Issuer of the tokens that the gateway makes for a subgraph. */
export const GATEWAY_ISSUER = 'london-scp-hub';

/** Header of an answer in which a subgraph gives its half of a key for the next requests. */
export const GATEWAY_KEY_HEADER = 'hub-gateway-key';

/** Seconds for which such a token is valid, at most. */
export const GATEWAY_TOKEN_SECONDS = 60;

/** The request that a gateway token is for: its subgraph, and its body exactly as it is sent. */
export interface SignedRequest {
  subgraph: string;
  body: string;
}

/** A request identity as claims, from now on. */
export function claimsOf({ caller, declared, requestId, alert, isHub }: RequestIdentity): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: GATEWAY_ISSUER,
    iat: now,
    exp: now + GATEWAY_TOKEN_SECONDS,
    rid: requestId,
    ...(caller && toClaims(caller)),
    ...(declared && { purpose: declared.purpose, reason: declared.reason }),
    ...(alert !== null && { alert }),
    ...(isHub && { hub: true }),
  };
}

/** Claims that bind a token to one request. */
export function bindingOf({ subgraph, body }: SignedRequest): Claims {
  return { aud: subgraph, op: hashOf(body) };
}

/** @throws {@link TokenRefused} unless the claims bind the token to this request. */
export function checkBinding(claims: Claims, { subgraph, body }: SignedRequest): void {
  if (claims['aud'] !== subgraph) throw new TokenRefused('AUDIENCE');
  if (claims['op'] !== hashOf(body)) throw new TokenRefused('OPERATION');
}

/**
 * The request identity that claims are, if they are the hub's and good now.
 *
 * @throws {@link TokenRefused}
 */
export function requestIdentityIn(claims: Claims): RequestIdentity {
  if (claims['iss'] !== GATEWAY_ISSUER) throw new TokenRefused('ISSUER');
  checkTimes(claims);
  const { rid, alert = null, hub } = claims;
  if (typeof rid !== 'string') throw refused('"rid" must be the id of the request');
  if (alert !== null && typeof alert !== 'string') throw refused('"alert" must be the id of an alert');
  const caller = claims['sub'] === undefined ? null : callerIn(claims);
  return { caller, declared: declaredIn(claims), requestId: rid, alert, isHub: hub === true };
}

/** Callers by what tokens said of them: a person asks more than once. */
const callers = new Remembered<Caller>(1000);

function callerIn(claims: Claims): Caller {
  const { sub, role, organisation, partnership, scope } = claims;
  const key = JSON.stringify([sub, role, organisation, partnership, scope]);
  let caller = callers.get(key);
  if (!caller) {
    caller = fromClaims(claims);
    callers.set(key, caller, Infinity);
  }
  return caller;
}

/** A subgraph's clock may be behind the hub's; one that is ahead leaves a token fewer of its seconds. */
function checkTimes({ iat, exp }: Claims): void {
  if (typeof iat !== 'number' || typeof exp !== 'number') throw refused('"iat" and "exp" must be numbers');
  const now = Date.now() / 1000;
  if (exp - iat > GATEWAY_TOKEN_SECONDS) throw new TokenRefused('TOO_LONG_VALID');
  if (exp <= now) throw new TokenRefused('EXPIRED');
  if (iat > now + CLOCK_TOLERANCE_SECONDS) throw new TokenRefused('NOT_YET_VALID');
}

function declaredIn({ purpose, reason }: Claims): DeclaredPurpose | null {
  if (purpose === undefined && reason === undefined) return null;
  if (typeof purpose === 'string' && isPurpose(purpose) && typeof reason === 'string') return { purpose, reason };
  throw refused('"purpose" must be one of the hub, with a "reason"');
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

function refused(problem: string): TokenRefused {
  return new TokenRefused('CLAIM', { what: `The token's claim ${problem}.` });
}
