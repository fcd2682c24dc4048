import { isRole, readSigningKeys, roleOf, ROLE_NAMES, scopesOf, signCallerToken, type CallerClaims } from '@hub/access';
import { HubError, reasonOf } from '../errors';
import type { HubHome } from './hub-home';
import { issuerKeys, TOKEN_AUDIENCE } from './identity';
import { DEVELOPMENT_ISSUER, readTokenSource } from './token-source';

/** Whom a token is for, beside the role. */
export interface TokenOptions {
  /** Id of the partnership, for roles that have one. @default none */
  partnership?: string | undefined;
  /** Id of the organisation; a GSS code for roles of a local authority. @default 'development' */
  organisation?: string | undefined;
  /** Stable id of the person. @default 'development:<role>' */
  person?: string | undefined;
  /** Fewer than the role has. @default all that it has */
  scopes?: readonly string[] | undefined;
  /** Id of the partnership whose own service it is for, in place of the hub. @default the hub */
  at?: string | undefined;
  /** Seconds for which it is valid. @default 3600 */
  ttlSeconds?: number | undefined;
}

/** A token of the development issuer, and what it says. */
export interface DevelopmentToken {
  token: string;
  claims: CallerClaims;
}

/**
 * Signs a token as the development issuer of a hub does.
 *
 * @param partnerships - ids of those that exist
 * @throws {@link HubError} where the hub has no such issuer, or would refuse the token
 */
export async function developmentToken(
  home: HubHome,
  role: string,
  options: TokenOptions,
  partnerships: readonly string[],
): Promise<DevelopmentToken> {
  const source = await readTokenSource(home.identity);
  if (source === null) throw new HubError('NO_DEVELOPMENT_ISSUER', { home: home.path });
  if (!source.isDevelopment) {
    throw new HubError('PRODUCTION_ISSUER', { reason: `the hub in ${home.path} takes tokens of ${source.issuer}` });
  }
  const claims = claimsOf(role, options, partnerships);
  const keys = await readSigningKeys(issuerKeys(home.identity)).catch((error: unknown) => {
    throw new HubError('KEYS_UNREADABLE', { folder: home.identity, reason: reasonOf(error) });
  });
  const { ttlSeconds = 3600, at = TOKEN_AUDIENCE } = options;
  const issued = { issuer: DEVELOPMENT_ISSUER, audience: at, ttlSeconds };
  try {
    return { token: await signCallerToken(keys, claims, issued), claims };
  } catch (error) {
    throw new HubError('TOKEN_CLAIM', { reason: reasonOf(error) });
  }
}

function claimsOf(role: string, options: TokenOptions, partnerships: readonly string[]): CallerClaims {
  if (!isRole(role)) throw new HubError('TOKEN_ROLE', { role, roles: ROLE_NAMES.join(', ') });
  const { partnership = null, organisation = 'development', person = `development:${role}`, at } = options;
  const names = { role, partnership: partnership ?? '', partnerships: partnerships.join(', ') };
  const rule = roleOf(role).partnership;
  if (partnership === null && rule === 'required') throw new HubError('TOKEN_PARTNERSHIP_MISSING', names);
  if (partnership !== null && rule === 'none') throw new HubError('TOKEN_PARTNERSHIP_SUPERFLUOUS', names);
  if (partnership !== null && !partnerships.includes(partnership)) {
    throw new HubError('TOKEN_PARTNERSHIP_UNKNOWN', names);
  }
  if (at !== undefined && at !== partnership) throw new HubError('TOKEN_NOT_OF_PARTNERSHIP', { ...names, at });
  const all: readonly string[] = scopesOf(role, partnership);
  const scopes = options.scopes ?? all;
  const beyond = scopes.find((scope) => !all.includes(scope));
  if (beyond !== undefined) throw new HubError('TOKEN_SCOPE', { role, scope: beyond, scopes: all.join(', ') });
  return { person, role, organisation, partnership, scopes };
}
