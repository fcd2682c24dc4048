import { accessRules, isMet, roleOf, ROLE_NAMES, scopesOf, type Requirement, type Role } from '@hub/access';
import { Kind, parse } from 'graphql';
import { requirementOf } from './check-access';
import { readSupergraph } from './supergraph-types';

/** Whether a caller may select a field; `own`: at their own partnership only. */
export type AccessCell = 'yes' | 'own' | 'no';

/** Who may select one field. */
export interface AccessRow {
  type: string;
  field: string;
  /** Whether it is asked for at the partnership's own service alone, by its own people. */
  isAtHome: boolean;
  requirement: Requirement;
  /** Without a token. */
  anonymous: AccessCell;
  roles: Readonly<Record<Role, AccessCell>>;
}

/**
 * Every field of every object that clients of the hub can see, or a partnership's own people at home, and what each role may
 * select, with all the scopes it has.
 */
export function accessMatrix(supergraphSdl: string): AccessRow[] {
  const document = parse(supergraphSdl, { noLocation: true });
  const rules = accessRules(document);
  const { subgraphs, types } = readSupergraph(document);
  return types
    .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap(({ name, fields, fieldsAtHome }) =>
      [...fields, ...fieldsAtHome].map((field) => {
        const isAtHome = fieldsAtHome.includes(field);
        const requirement = requirementOf(rules, name, field);
        const cellAt = isAtHome ? cellAtHome : cellOf;
        return {
          ...{ type: name, field: field.name.value, isAtHome, requirement },
          anonymous: isMet(requirement, null) ? ('yes' as const) : ('no' as const),
          roles: Object.fromEntries(
            ROLE_NAMES.map((role) => [role, cellAt(requirement, role, subgraphs)]),
          ) as AccessRow['roles'],
        };
      }),
    );
}

function cellOf(requirement: Requirement, role: Role, partnerships: readonly string[]): AccessCell {
  const may = (partnership: string | null) => isMet(requirement, { scopes: new Set(scopesOf(role, partnership)) });
  if (may(null)) return 'yes';
  return partnerships.some(may) ? 'own' : 'no';
}

/** Whoever has no partnership is let in by none. */
function cellAtHome(requirement: Requirement, role: Role, partnerships: readonly string[]): AccessCell {
  if (roleOf(role).partnership === 'none') return 'no';
  return cellOf(requirement, role, partnerships) === 'no' ? 'no' : 'own';
}
