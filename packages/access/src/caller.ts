import type { Purpose } from './purpose';
import type { Role } from './role';

/** Who asks, as a verified token says it. */
export interface Caller {
  /** Stable id of the person or system (`sub`). Never a name that is shown. */
  person: string;
  role: Role;
  /** Id of the organisation; the GSS code of the local authority where the role asks for one. */
  organisation: string;
  /** Id of the partnership, as `lambeth`; null for roles of London as a whole. */
  partnership: string | null;
  /** What the caller may do: the token's scopes as far as the role has them. */
  scopes: ReadonlySet<string>;
}

/** What child-level data is asked for, and why. */
export interface DeclaredPurpose {
  purpose: Purpose;
  /** In the caller's words, up to 500 characters. */
  reason: string;
}

/** What a subgraph learns of an operation from the gateway token. */
export interface RequestIdentity {
  /** Null for a caller without a token, who may see what is public. */
  caller: Caller | null;
  /** Null where none was declared. */
  declared: DeclaredPurpose | null;
  requestId: string;
  /** Id of the break-glass alert under which the operation runs, as `alert:…`. */
  alert: string | null;
  /** Whether the hub itself asks, and may read what is `@inaccessible` to clients. */
  isHub: boolean;
}
