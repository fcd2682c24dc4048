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
import { ENTITY, type Step } from './field-paths';

/** Whether somebody may take a step: select a field, or begin at an entity. */
export type MaySelect = (asker: Asker, step: Step) => boolean;

/**
 * What the published table says. A field of an interface is open to who may select it on every type that may stand there.
 */
export function byPublishedTable(rows: readonly AccessRow[], schema: GraphQLSchema): MaySelect {
  const published = new Map(rows.map((row) => [`${row.type}.${row.field}`, row]));
  const may: MaySelect = (asker, { type, field }) => {
    const node = schema.getType(type)!;
    if (isAbstractType(node))
      return schema.getPossibleTypes(node).every(({ name }) => may(asker, { type: name, field }));
    if (isOthersRecord(asker, type, field)) return false;
    const row = published.get(`${type}.${field}`);
    if (!row) throw new Error(`${type}.${field} is not in the published table.`);
    const cell = asker.role === null ? row.anonymous : row.roles[asker.role];
    return cell === 'own' ? isMet(row.requirement, asker) : cell === 'yes';
  };
  return may;
}

/**
 * What the directives of a subgraph say, read here by other means than the subgraph's own. What is child-level also takes a
 * purpose of the role's: a subgraph refuses it field by field, where the gateway refuses the whole operation.
 */
export function byDirectives(schema: GraphQLSchema): MaySelect {
  const maySee = (asker: Asker, type: GraphQLNamedType): boolean =>
    isAbstractType(type)
      ? schema.getPossibleTypes(type).some((possible) => maySee(asker, possible))
      : isOpen(type, asker);
  const may: MaySelect = (asker, { type, field }) => {
    if (type === ENTITY) return maySee(asker, schema.getType(field)!);
    const node = schema.getType(type)!;
    if (isAbstractType(node))
      return schema.getPossibleTypes(node).every(({ name }) => may(asker, { type: name, field }));
    if (isOthersRecord(asker, type, field)) return false;
    const { [field]: selected } = (node as GraphQLObjectType).getFields();
    return maySee(asker, node) && isOpen(selected!, asker) && maySee(asker, getNamedType(selected!.type));
  };
  return may;
}

/**
 * The one field that opens to less than its directives say: who looked at a partnership's children is for itself, and for
 * who may read every record.
 */
function isOthersRecord({ partnership, scopes }: Asker, type: string, field: string): boolean {
  if (field !== 'childRecordAccesses' || scopes.has('audit:read')) return false;
  return type.toLowerCase() !== `${partnership?.replaceAll('-', '')}partnership`;
}

function isOpen({ astNode }: GraphQLNamedType | GraphQLField<unknown, unknown>, asker: Asker): boolean {
  return (astNode?.directives ?? []).every(({ name, arguments: [first] = [] }) => {
    if (name.value === 'inaccessible') return false;
    if (name.value === 'authenticated') return asker.role !== null;
    if (name.value !== 'requiresScopes') return true;
    const alternatives = valueFromASTUntyped(first!.value) as string[][];
    if (alternatives.flat().some(isChildLevelScope) && !declaresOwnPurpose(asker)) return false;
    return alternatives.some((together) => together.every((scope) => asker.scopes.has(scope)));
  });
}

function declaresOwnPurpose({ role, purpose }: Asker): boolean {
  return role !== null && purpose !== undefined && roleOf(role).purposes.includes(purpose);
}
