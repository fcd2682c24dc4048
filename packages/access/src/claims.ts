import type { Caller } from './caller';
import { isRole, roleOf, scopesOf, type Role } from './role';
import { TokenRefused } from './token-refused';

/** What an issuer says of a person. */
export interface CallerClaims {
  person: string;
  role: Role;
  organisation: string;
  /** Null where the role is London's. */
  partnership: string | null;
  scopes: readonly string[];
}

/** Seconds by which the clocks of those who issue tokens and those who check them may differ. */
export const CLOCK_TOLERANCE_SECONDS = 30;

/** Ids are shown in records of access: no spaces, no control characters, no other script's look-alikes. */
const ID = /^[\x21-\x7e]{1,255}$/;
const PARTNERSHIP = /^[a-z][a-z0-9-]{0,62}$/;
const GSS_CODE = /^[EWSN]\d{8}$/;

/** The claims of a caller as they stand in a token. */
export function toClaims(caller: Omit<CallerClaims, 'scopes'> & { scopes: Iterable<string> }): Record<string, string> {
  const { person, role, organisation, partnership, scopes } = caller;
  const scope = [...scopes].join(' ');
  return { sub: person, role, organisation, ...(partnership !== null && { partnership }), scope };
}

/**
 * Whom the claims of a verified token name. Scopes count only as far as the role has them.
 *
 * @throws {@link TokenRefused} `CLAIM`, with the name of the claim and what it must be.
 */
export function fromClaims(claims: Readonly<Record<string, unknown>>): Caller {
  const person = matching(claims, 'sub', ID, 'must be 1 to 255 visible ASCII characters');
  const role = matching(claims, 'role', ID, 'must name a role');
  if (!isRole(role)) throw refused('role', 'names no role of the hub');
  const { organisation: isWhat, partnership: hasPartnership } = roleOf(role);

  const organisation =
    isWhat === 'local-authority'
      ? matching(
          claims,
          'organisation',
          GSS_CODE,
          `must be the GSS code of a local authority, as E09000022, for ${role}`,
        )
      : matching(claims, 'organisation', ID, 'must be 1 to 255 visible ASCII characters');

  const isNamed = claims.partnership !== undefined && claims.partnership !== null;
  if (isNamed && hasPartnership === 'none') throw refused('partnership', `must be left out for ${role}`);
  if (!isNamed && hasPartnership === 'required')
    throw refused('partnership', `is missing: ${role} is of one partnership`);
  const partnership = isNamed ? matching(claims, 'partnership', PARTNERSHIP, 'must be an id, as lambeth') : null;

  const { scope = '' } = claims;
  if (typeof scope !== 'string') throw refused('scope', 'must be a text, its scopes with spaces between');
  const asked = new Set(scope.split(' '));
  const scopes = new Set(scopesOf(role, partnership).filter((one) => asked.has(one)));
  return { person, role, organisation, partnership, scopes };
}

function matching(claims: Readonly<Record<string, unknown>>, claim: string, pattern: RegExp, must: string): string {
  const value = claims[claim];
  if (typeof value !== 'string' || !pattern.test(value)) throw refused(claim, must);
  return value;
}

function refused(claim: string, problem: string): TokenRefused {
  return new TokenRefused('CLAIM', { what: `The token's claim "${claim}" ${problem}.` });
}
