import type { Purpose } from './purpose';
import { SCOPES, type Scope } from './scope';

/** What a role may do. */
export interface RoleDefinition {
  /** Who has it. */
  description: string;
  /** Where it comes from: a clause, or the movement rules. */
  source: string;
  /** Whether a token of this role names a partnership, and must. */
  partnership: 'none' | 'optional' | 'required';
  /**
   * What the token's organisation is. `local-authority`: the GSS code of the authority the caller acts for, which decides
   * what they are party to.
   */
  organisation: 'any' | 'local-authority';
  /** `{partnership}` stands for the partnership of the token. */
  scopes: readonly (Scope | '{partnership}:write')[];
  /** What the role may ask a child's data for. */
  purposes: readonly Purpose[];
}

const READ = ['networks:read', 'decisions:read', 'budget:read', 'procedures:read', 'learning:read'] as const;

/**
 * The one table of roles. A token's scopes count only as far as its role has them here. Source of the roles: the domain's
 * role matrix, grounded in the clauses named.
 */
export const ROLES = {
  analyst: {
    description: 'Asks across boroughs; sees counts, never a child.',
    source: 'LON-11',
    partnership: 'none',
    organisation: 'any',
    scopes: [...READ, 'governance:read', 'movements:count', 'schema:read'],
    purposes: [],
  },
  'london-coordinator': {
    description: 'Runs the business of the London SCP and its Executive.',
    source: 'LON-30',
    partnership: 'none',
    organisation: 'any',
    scopes: [
      ...READ,
      'governance:read',
      'movements:count',
      'networks:write',
      'networks:report',
      'decisions:write',
      'budget:write',
      'procedures:write',
      'schema:read',
    ],
    purposes: [],
  },
  'business-manager': {
    description: 'Keeps the records of one partnership.',
    source: 'LAM-06, TRI-48, TRI-53, LON-14',
    partnership: 'required',
    organisation: 'any',
    scopes: [
      'decisions:read',
      'governance:read',
      'networks:read',
      'budget:read',
      'procedures:read',
      'learning:read',
      'movements:count',
      '{partnership}:write',
      'schema:read',
    ],
    purposes: [],
  },
  'statutory-partner-local-authority': {
    description: 'Signs off for local authorities in the Executive.',
    source: 'LON-28, HAV-11',
    partnership: 'optional',
    organisation: 'any',
    scopes: [...READ, 'decisions:sign-local-authority'],
    purposes: [],
  },
  'statutory-partner-police': {
    description: 'Signs off for the police in the Executive.',
    source: 'LON-28, HAV-11',
    partnership: 'optional',
    organisation: 'any',
    scopes: [...READ, 'decisions:sign-police'],
    purposes: [],
  },
  'statutory-partner-nhs': {
    description: 'Signs off for the NHS in the Executive.',
    source: 'LON-28, HAV-11',
    partnership: 'optional',
    organisation: 'any',
    scopes: [...READ, 'decisions:sign-nhs'],
    purposes: [],
  },
  chair: {
    description: 'Chairs the Executive or a partnership.',
    source: 'LON-16, LAM-14, LAM-20',
    partnership: 'optional',
    organisation: 'any',
    scopes: READ,
    purposes: [],
  },
  'network-chair': {
    description:
      'Chairs the network that the organisation of the token names, as `network:extremism`, and reports for it alone.',
    source: 'LON-35',
    partnership: 'none',
    organisation: 'any',
    scopes: ['networks:read', 'networks:report'],
    purposes: [],
  },
  'independent-scrutineer': {
    description: 'Scrutinises a partnership; sees no child.',
    source: 'HAV-24, RED-25, TRI-44',
    partnership: 'required',
    organisation: 'any',
    scopes: [...READ, 'governance:read', 'movements:count'],
    purposes: [],
  },
  'lay-member': {
    description: 'Sits on a partnership without representing an agency.',
    source: 'RED-20',
    partnership: 'required',
    organisation: 'any',
    scopes: ['governance:read', 'networks:read', 'learning:read'],
    purposes: [],
  },
  'duty-team': {
    description: 'Social workers of one local authority, for the movements it is party to.',
    source: 'LON-09',
    partnership: 'required',
    organisation: 'local-authority',
    scopes: ['procedures:read', 'movements:read', 'movements:write', 'child-records:read'],
    purposes: ['CROSS_BOUNDARY_MOVEMENT', 'SERIOUS_INCIDENT', 'BREAK_GLASS'],
  },
  'conference-chair': {
    description: 'Chairs child protection conferences of one local authority, and approves.',
    source: 'LON-09',
    partnership: 'required',
    organisation: 'local-authority',
    scopes: ['procedures:read', 'movements:read', 'movements:write', 'movements:approve', 'child-records:read'],
    purposes: ['CROSS_BOUNDARY_MOVEMENT', 'SERIOUS_INCIDENT', 'PRACTICE_REVIEW', 'BREAK_GLASS'],
  },
  'dashboard-client': {
    description: 'A machine that shows figures.',
    source: 'LON-11',
    partnership: 'none',
    organisation: 'any',
    scopes: ['networks:read', 'budget:read', 'procedures:read', 'movements:count'],
    purposes: [],
  },
  'partnership-system': {
    description: "A partnership's own system, which publishes its subgraph and exchanges movements.",
    source: 'LON-09',
    partnership: 'required',
    organisation: 'any',
    scopes: ['{partnership}:write', 'movements:read', 'movements:write', 'audit:own', 'schema:read'],
    purposes: ['CROSS_BOUNDARY_MOVEMENT', 'AUDIT'],
  },
  'privacy-officer': {
    description: 'Guards the use of data for the London SCP: sees all records of access, closes alerts.',
    source: 'UK GDPR art. 39; Caldicott principle 4',
    partnership: 'none',
    organisation: 'any',
    scopes: ['audit:read', 'alerts:close'],
    purposes: ['AUDIT'],
  },
  'partnership-privacy-officer': {
    description: "Guards the use of one partnership's data: sees who looked at its children.",
    source: 'UK GDPR art. 39; Caldicott principle 4',
    partnership: 'required',
    organisation: 'any',
    scopes: ['audit:own'],
    purposes: ['AUDIT'],
  },
  auditor: {
    description: 'Reads every record of access, and changes nothing.',
    source: 'UK GDPR art. 5(2)',
    partnership: 'none',
    organisation: 'any',
    scopes: ['audit:read'],
    purposes: ['AUDIT'],
  },
} as const satisfies Record<string, RoleDefinition>;

/** A role: a key of {@link ROLES}. */
export type Role = keyof typeof ROLES;

/** Every role, in the order of the table. */
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Whether a text is a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** A role's definition. */
export function roleOf(role: Role): RoleDefinition {
  return ROLES[role];
}

/**
 * The scopes of a role for a partnership.
 *
 * @param partnership - fills `{partnership}`; without it the scopes that name one are left out. So they are if the name
 * makes a scope of {@link SCOPES}: a partnership called `budget` may not write the budget of London.
 */
export function scopesOf(role: Role, partnership: string | null): Scope[] {
  return roleOf(role).scopes.flatMap((scope): Scope[] => {
    if (scope !== '{partnership}:write') return [scope as Scope];
    const own: Scope = `${partnership}:write`;
    return partnership === null || Object.hasOwn(SCOPES, own) ? [] : [own];
  });
}
