import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import type { Caller } from './caller';
import { CLOCK_TOLERANCE_SECONDS, fromClaims, toClaims, type CallerClaims } from './claims';
import { GATEWAY_TOKEN_TYPE } from './gateway-token/gateway-token';
import type { KeySource } from './key-source';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys';
import { TokenRefused, type TokenRefusalReason } from './token-refused';
import { VerifiedTokens } from './verified-tokens';

/** Which tokens of callers are accepted. Make one and keep it: what was verified is remembered by it. */
export interface CallerTokenRules {
  issuer: string;
  audience: string;
  keys: KeySource;
  /** Those of the signature, as `EdDSA`. */
  algorithms: readonly string[];
}

/** Characters; more does not fit beside the other headers of a request. */
const TOKEN_LENGTH = 8192;

const verified = new WeakMap<CallerTokenRules, VerifiedTokens>();

/**
 * The caller that a token names. A token once verified is believed for a minute, and not beyond its expiry.
 *
 * @throws {@link TokenRefused}
 */
export async function verifyCallerToken(token: string, rules: CallerTokenRules): Promise<Caller> {
  if (token.length > TOKEN_LENGTH) {
    throw new TokenRefused('MALFORMED', { what: `The token is longer than ${TOKEN_LENGTH} characters.` });
  }
  let known = verified.get(rules);
  if (!known) verified.set(rules, (known = new VerifiedTokens()));
  const before = known.get(token);
  if (before) return before;

  const { payload, protectedHeader } = await jwtVerify(token, rules.keys, {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp'],
  }).catch((error: unknown) => {
    throw error instanceof TokenRefused ? error : refusal(error);
  });
  // Issuers differ in the type they give, but none of them issues gateway tokens.
  if (protectedHeader.typ === GATEWAY_TOKEN_TYPE) throw new TokenRefused('TYPE');
  const caller = fromClaims(payload);
  known.set(token, caller, payload.exp!);
  return caller;
}

/** When a token expires that {@link verifyCallerToken} has verified. */
export function expiryOf(token: string): Date {
  return new Date(decodeJwt(token).exp! * 1000);
}

/**
 * Signs a token of a caller, as an issuer does.
 *
 * @throws {@link TokenRefused} for claims that the hub would refuse.
 */
export async function signCallerToken(
  [key]: SigningKeys,
  claims: CallerClaims,
  { issuer, audience, ttlSeconds }: { issuer: string; audience: string; ttlSeconds: number },
): Promise<string> {
  const payload = toClaims(claims);
  fromClaims(payload);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(payload)
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + ttlSeconds)
    .sign(key.privateKey);
}

function refusal(cause: unknown): TokenRefused {
  if (cause instanceof errors.JWTExpired) return new TokenRefused('EXPIRED', { cause });
  if (cause instanceof errors.JOSEAlgNotAllowed) return new TokenRefused('ALGORITHM', { cause });
  if (cause instanceof errors.JWSSignatureVerificationFailed) return new TokenRefused('SIGNATURE', { cause });
  if (cause instanceof errors.JWTClaimValidationFailed) {
    const reasons: Record<string, TokenRefusalReason> = { iss: 'ISSUER', aud: 'AUDIENCE', nbf: 'NOT_YET_VALID' };
    const isWrong = cause.reason === 'check_failed';
    const reason = isWrong ? reasons[cause.claim] : undefined;
    if (reason) return new TokenRefused(reason, { cause });
    return new TokenRefused('CLAIM', {
      what: `The token's claim "${cause.claim}" is ${isWrong ? 'not acceptable' : 'missing or of a wrong type'}.`,
      cause,
    });
  }
  return new TokenRefused('MALFORMED', { cause });
}
