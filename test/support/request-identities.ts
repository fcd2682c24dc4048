import { type RequestIdentity, type Purpose, type Role, SCOPES, scopesOf } from '@hub/access';

/** Whom a test's request identity is for, where it matters. */
export interface RequestIdentityOptions {
  person?: string;
  partnership?: string | null;
  organisation?: string;
  /** In place of all that the role has. */
  scopes?: readonly string[];
  purpose?: Purpose;
  alert?: string;
  /** Asks the partnership's own API, and not the hub. @default false */
  isAtHome?: boolean;
}

/** The request identity that the gateway gives an operation of a role, with all its scopes. */
export function requestIdentityOf(role: Role, options: RequestIdentityOptions = {}): RequestIdentity {
  const { person = `${role}-1`, partnership = null, organisation = 'E09000022', purpose, alert = null } = options;
  return {
    caller: {
      person,
      role,
      organisation,
      partnership,
      scopes: new Set(options.scopes ?? scopesOf(role, partnership)),
    },
    declared: purpose ? { purpose, reason: 'Because a test asks.' } : null,
    requestId: 'request-of-a-test',
    alert,
    isHub: !options.isAtHome,
  };
}

/** A request identity that goes past every guard of a subgraph, for tests of what is behind them. */
export function everyRequestIdentity(subgraph: string): RequestIdentity {
  return requestIdentityOf('duty-team', {
    partnership: subgraph,
    scopes: [...Object.keys(SCOPES), `${subgraph}:write`],
    purpose: 'CROSS_BOUNDARY_MOVEMENT',
  });
}

/** The request identity of who has no token. */
export const anonymous: RequestIdentity = {
  caller: null,
  declared: null,
  requestId: 'request-of-a-test',
  alert: null,
  isHub: false,
};
