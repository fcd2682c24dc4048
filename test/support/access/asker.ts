import { isChildLevelScope, PURPOSES, roleOf, ROLE_NAMES, scopesOf, type Purpose, type Role } from '@hub/access';

/** Somebody who walks the schema, with all that their role has; without a role, a caller without a token. */
export interface Asker {
  /** As `business-manager of lambeth`. */
  name: string;
  role: Role | null;
  partnership: string | null;
  /** The local authority that they act for, where the role asks for one. */
  organisation: string;
  /** What they declare: the first that the role may. */
  purpose: Purpose | undefined;
  scopes: ReadonlySet<string>;
}

/** A local authority of each partnership. */
const AUTHORITY: Readonly<Record<string, string>> = {
  havering: 'E09000016',
  lambeth: 'E09000022',
  redbridge: 'E09000026',
  'tri-borough': 'E09000033',
};

/** Every partnership, by id. */
export const PARTNERSHIPS = Object.keys(AUTHORITY);

/** Who has no token. */
export const ANONYMOUS: Asker = {
  ...{ name: 'a caller without a token', role: null, partnership: null, organisation: '' },
  ...{ purpose: undefined, scopes: new Set() },
};

/** A role, of one partnership where it may name one. */
export function askerOf(role: Role, partnership: string): Asker {
  const { partnership: names, purposes } = roleOf(role);
  const own = names === 'none' ? null : partnership;
  return {
    name: own === null ? role : `${role} of ${own}`,
    role,
    partnership: own,
    organisation: AUTHORITY[partnership]!,
    purpose: purposes[0],
    scopes: new Set(scopesOf(role, own)),
  };
}

/** Everybody: who has no token, all roles at one partnership, and at others those that may do more at their own. */
export function everybodyAt(partnership: string, others = PARTNERSHIPS.filter((one) => one !== partnership)): Asker[] {
  const local = ROLE_NAMES.filter((role) => roleOf(role).scopes.includes('{partnership}:write'));
  return [
    ANONYMOUS,
    ...ROLE_NAMES.map((role) => askerOf(role, partnership)),
    ...others.flatMap((other) => local.map((role) => askerOf(role, other))),
  ];
}

/** Whether somebody has a scope that reaches single children. */
export function reachesChildren({ scopes }: Asker): boolean {
  return [...scopes].some(isChildLevelScope);
}

/** The same without a purpose. */
export function withoutPurpose(asker: Asker): Asker {
  return { ...asker, name: `${asker.name} without a purpose`, purpose: undefined };
}

/** The same with a purpose that is not their role's to declare. */
export function withForeignPurpose(asker: Asker): Asker {
  const own: readonly Purpose[] = asker.role === null ? [] : roleOf(asker.role).purposes;
  const purpose = (Object.keys(PURPOSES) as Purpose[]).find((one) => !own.includes(one));
  return { ...asker, name: `${asker.name} for ${purpose}`, purpose };
}
