import { HubError } from '../errors';

/** An issuer of tokens that the operator trusts, under the names of the gateway's variables. */
export interface TokenIssuer {
  TOKEN_ISSUER: string;
  /** URL or file of its public keys. */
  TOKEN_JWKS: string;
  TOKEN_AUDIENCE?: string | undefined;
  TOKEN_ALGORITHMS?: string | undefined;
}

const NAMES = ['TOKEN_ISSUER', 'TOKEN_JWKS', 'TOKEN_AUDIENCE', 'TOKEN_ALGORITHMS'] as const;
const NEEDED = ['TOKEN_ISSUER', 'TOKEN_JWKS'] as const;

/**
 * The configured issuer; null where no variable names one. Half a configuration is an error: a hub that is meant for a
 * real issuer must not fall back on the development one.
 */
export function readTokenIssuer(env: NodeJS.ProcessEnv): TokenIssuer | null {
  const set = NAMES.find((name) => env[name]);
  if (set === undefined) return null;
  const missing = NEEDED.find((name) => !env[name]);
  if (missing !== undefined) throw new HubError('TOKEN_ISSUER_INCOMPLETE', { set, missing });
  return Object.fromEntries(NAMES.map((name) => [name, env[name] || undefined])) as unknown as TokenIssuer;
}
