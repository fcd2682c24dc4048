import { accessRules, type Requirement } from '@hub/access';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
} from 'graphql';
import type { Guard } from './guard';

/** The guards that a subgraph's directives ask for; null where everybody may pass. */
export interface Guards {
  /** Of a type's values. */
  ofType(type: GraphQLObjectType): Guard | null;
  /** Of selecting a field: what its parent, itself and its type ask for together. */
  ofField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Guard | null;
}

/** Reads the guards out of a subgraph's SDL. */
export function guardsOf(schema: GraphQLSchema, document: DocumentNode): Guards {
  const rules = accessRules(document);
  const forHub = inaccessibleIn(document);
  const ruleOf = (type: GraphQLNamedType) =>
    isAbstractType(type)
      ? weakestOf(schema.getPossibleTypes(type).map(({ name }) => rules.ofType(name)))
      : rules.ofType(type.name);
  const guard = (coordinate: string, asked: readonly Requirement[], names: readonly string[]): Guard | null => {
    const requirements = asked.filter(({ authenticated, scopes }) => authenticated || scopes.length > 0);
    const isForHub = names.some((name) => forHub.has(name));
    return requirements.length > 0 || isForHub ? { coordinate, requirements, isForHub } : null;
  };
  return {
    ofType: (type) => guard(type.name, [rules.ofType(type.name)], [type.name]),
    ofField(type, field) {
      const coordinate = `${type.name}.${field.name}`;
      const returned = getNamedType(field.type);
      return guard(
        coordinate,
        [rules.ofType(type.name), rules.ofField(type.name, field.name), ruleOf(returned)],
        [type.name, coordinate, returned.name],
      );
    },
  };
}

/**
 * What it takes to see any of several types. A field of an interface all of whose types are guarded is refused to who may
 * see none of them before anything is looked up; which of them a value may be is asked of the value.
 */
function weakestOf(requirements: readonly Requirement[]): Requirement {
  const scopes = requirements.some((one) => one.scopes.length === 0) ? [] : requirements.flatMap((one) => one.scopes);
  return {
    isDecided: requirements.every(({ isDecided }) => isDecided),
    authenticated: requirements.length > 0 && requirements.every(({ authenticated }) => authenticated),
    scopes,
  };
}

/** Coordinates of the types and fields that are there for the hub alone. */
function inaccessibleIn({ definitions }: DocumentNode): ReadonlySet<string> {
  const is = (directive: ConstDirectiveNode) => directive.name.value === 'inaccessible';
  const found = new Set<string>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    if (node.directives?.some(is)) found.add(node.name.value);
    for (const field of node.fields ?? []) {
      if (field.directives?.some(is)) found.add(`${node.name.value}.${field.name.value}`);
    }
  }
  return found;
}
