import { idsGiven } from '@hub/access';
import {
  defaultFieldResolver,
  type DocumentNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import { type Guard, guardsChild } from './guard';
import { guardsOf } from './guards-of';
import { accessOf } from './operation-access';

type ResolveReference = (reference: unknown, context: SubgraphContext, info: unknown) => unknown;

/**
 * Puts guards before what not everybody may see: fields, before their resolvers run; references, before an entity is
 * looked up; and values, whichever interface or union they come by. What is public is left as it is, and costs nothing.
 *
 * @returns the guards that it put.
 */
export function guardSchema(schema: GraphQLSchema, document: DocumentNode): readonly Guard[] {
  const guards = guardsOf(schema, document);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const put: Guard[] = [];
  for (const type of types.filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const guard = isOfFederation(field.name) ? null : guards.ofField(type, field);
      if (!guard) continue;
      field.resolve = guarded(guard, field);
      put.push(guard);
    }
    const guard = guards.ofType(type);
    // Operations begin at the root types, of which there are no values.
    if (!guard || type === schema.getQueryType() || type === schema.getMutationType()) continue;
    guardValues(type, guard);
    guardReferences(type, [guard]);
    put.push(guard);
  }
  for (const type of types.filter(isInterfaceType)) {
    const concrete = schema.getPossibleTypes(type).flatMap((possible) => guards.ofType(possible) ?? []);
    if (concrete.length > 0) guardReferences(type, concrete);
  }
  return put;
}

/** `_entities` and `_service` are open: references are guarded one by one, and the SDL by `refuseIntrospection`. */
function isOfFederation(field: string): boolean {
  return field.startsWith('_');
}

function guarded(
  guard: Guard,
  { args: accepted, resolve = defaultFieldResolver }: GraphQLField<unknown, SubgraphContext>,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  const isAboutChild = guardsChild(guard) && accepted.length > 0;
  return (source, args: Record<string, unknown>, context, info) => {
    const access = accessOf(context);
    if (isAboutChild) access.noteAsked(idsGiven(accepted, args));
    access.pass(guard);
    return resolve(source, args, context, info);
  };
}

/** Known and unknown keys are refused alike, and as quickly: nobody has looked. */
function guardReferences(type: GraphQLObjectType | GraphQLInterfaceType, guards: readonly Guard[]): void {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ResolveReference } } };
  const subgraph = apollo?.subgraph;
  const resolve = subgraph?.resolveReference;
  if (!subgraph || !resolve) return;
  const isAboutChild = guards.some(guardsChild);
  // A promise, so that one refused reference is one null: what is thrown at once would take all others with it.
  subgraph.resolveReference = async (reference, context, info) => {
    const access = accessOf(context);
    let found: unknown = null;
    try {
      for (const guard of guards) access.pass(guard);
      return (found = await resolve(reference, context, info));
    } finally {
      if (isAboutChild && !found) access.noteAsked(idIn(reference));
    }
  };
}

function idIn(reference: unknown): string[] {
  const { id } = (reference ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
}

/** `isTypeOf` is asked of every value of the type, also where only its `__typename` is selected. */
function guardValues(type: GraphQLObjectType, guard: Guard): void {
  const { isTypeOf } = type;
  const isAboutChild = guardsChild(guard);
  type.isTypeOf = (value: unknown, context: SubgraphContext, info) => {
    const access = accessOf(context);
    access.pass(guard);
    if (isAboutChild) access.noteChild(value);
    return isTypeOf ? isTypeOf(value, context, info) : true;
  };
}
