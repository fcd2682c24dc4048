import { isChildLevelScope, isMet, roleOf } from '@hub/access';
import type { AccessRow } from '@hub/registry';
import {
  getNamedType,
  isAbstractType,
  valueFromASTUntyped,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Asker } from './asker';
import { coordinateOf, ENTITY, type Step } from './field-paths';
import { isNarrowed } from './narrowed-fields';

/** By what code somebody is refused a step: selecting a field, or beginning at an entity. Null where they may. */
export type Decide = (asker: Asker, step: Step) => RefusalCode | null;

/** The codes of refusals that are decided by who asks, and for what. */
export const REFUSAL_CODES = ['UNAUTHORIZED_FIELD_OR_TYPE', 'PURPOSE_REQUIRED', 'PURPOSE_NOT_ALLOWED'] as const;

/** One of {@link REFUSAL_CODES}. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * What the published table says. A field of an interface is open to who may select it on every type that may stand there.
 */
export function byPublishedTable(rows: readonly AccessRow[], schema: GraphQLSchema): Decide {
  const published = new Map(rows.map((row) => [coordinateOf(row), row]));
  return ofObjects(schema, (asker, step) => {
    const row = published.get(coordinateOf(step));
    if (!row) throw new Error(`${coordinateOf(step)} is not in the published table.`);
    const cell = asker.role === null ? row.anonymous : row.roles[asker.role];
    const may = cell === 'own' ? isMet(row.requirement, asker) : cell === 'yes';
    return may && !isNarrowed(asker, step) ? null : 'UNAUTHORIZED_FIELD_OR_TYPE';
  });
}

/**
 * What the directives of a subgraph say, read here by other means than the subgraph's own. What is child-level also takes a
 * purpose of the role's: a subgraph refuses it field by field, where the gateway refuses the whole operation.
 */
export function byDirectives(schema: GraphQLSchema): Decide {
  const standing = (type: GraphQLNamedType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  return ofObjects(schema, (asker, { type, field }) => {
    const doors: (readonly Guarded[])[] = [[schema.getType(type === ENTITY ? field : type)!]];
    if (type !== ENTITY) {
      const selected = (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
      doors.push([selected], standing(getNamedType(selected.type)));
    }
    const isOpen = doors.every((any) => any.some((one) => scopesOf(one).every((scopes) => isGranted(scopes, asker))));
    if (!isOpen) return 'UNAUTHORIZED_FIELD_OR_TYPE';
    const isChildLevel = doors.flat().some((one) => scopesOf(one).flat(2).some(isChildLevelScope));
    const purpose = isChildLevel ? refusalOfPurpose(asker) : null;
    return purpose ?? (isNarrowed(asker, { type, field }) ? 'UNAUTHORIZED_FIELD_OR_TYPE' : null);
  });
}

/** A field of an interface is refused by the first of its objects that refuses it. */
function ofObjects(schema: GraphQLSchema, decide: Decide): Decide {
  return (asker, { type, field }) => {
    const node = schema.getType(type);
    const objects = isAbstractType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [type];
    return objects.map((object) => decide(asker, { type: object, field })).find((code) => code !== null) ?? null;
  };
}

type Guarded = GraphQLNamedType | GraphQLField<unknown, unknown>;

/** What each directive asks for: alternatives of scopes; `[[]]` for a token, and no alternative for what is the hub's own. */
function scopesOf({ astNode }: Guarded): string[][][] {
  const directives = astNode?.directives ?? [];
  return directives.flatMap(({ name, arguments: [first] = [] }) => {
    if (name.value === 'inaccessible') return [[]];
    if (name.value === 'authenticated') return [[[]]];
    return name.value === 'requiresScopes' ? [valueFromASTUntyped(first!.value) as string[][]] : [];
  });
}

function isGranted(alternatives: readonly string[][], { role, scopes }: Asker): boolean {
  return role !== null && alternatives.some((together) => together.every((scope) => scopes.has(scope)));
}

function refusalOfPurpose({ role, purpose }: Asker): RefusalCode | null {
  if (purpose === undefined) return 'PURPOSE_REQUIRED';
  return role !== null && roleOf(role).purposes.includes(purpose) ? null : 'PURPOSE_NOT_ALLOWED';
}
