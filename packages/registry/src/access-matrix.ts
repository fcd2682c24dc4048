import { accessRules, isMet, roleOf, ROLE_NAMES, scopesOf, type Requirement, type Role } from '@hub/access';
import { Kind, parse } from 'graphql';
import { requirementOf } from './checks/check-access';
import { readSupergraph } from './supergraph-types';

/** Whether a caller may select a field; `own`: at their own partnership only. */
export type AccessCell = 'yes' | 'own' | 'no';

/** Who may select one field. */
export interface AccessRow {
  type: string;
  field: string;
  requirement: Requirement;
  /** Without a token. */
  anonymous: AccessCell;
  roles: Readonly<Record<Role, AccessCell>>;
}

/**
 * Every field of every object that clients of the hub can see, and what each role may select, with all the scopes it has.
 */
export function accessMatrix(supergraphSdl: string): AccessRow[] {
  return rowsOf(supergraphSdl, cellOf);
}

/**
 * Every field of every object of a partnership's own API, and what each role may select there: whoever has no partnership is
 * let in by none.
 *
 * @param partnership - whose API it is, as `lambeth`.
 */
export function ownApiMatrix(ownApiSdl: string, partnership: string): AccessRow[] {
  return rowsOf(ownApiSdl, (requirement, role) => {
    if (roleOf(role).partnership === 'none') return 'no';
    return cellOf(requirement, role, [partnership]) === 'no' ? 'no' : 'own';
  });
}

type CellOf = (requirement: Requirement, role: Role, partnerships: readonly string[]) => AccessCell;

function rowsOf(sdl: string, cellAt: CellOf): AccessRow[] {
  const document = parse(sdl, { noLocation: true });
  const rules = accessRules(document);
  const { subgraphs, types } = readSupergraph(document);
  return types
    .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap(({ name, fields }) =>
      fields.map((field) => {
        const requirement = requirementOf(rules, name, field);
        return {
          ...{ type: name, field: field.name.value, requirement },
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
