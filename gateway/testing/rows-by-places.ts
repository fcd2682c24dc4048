import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  parse,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Place = readonly (string | number)[];

/**
 * The rows of an answer, found place by place, as an oracle: first every object that has rows, and every value with its place;
 * then, for each such object with no other below it, the values of those above it. Without aliases or named fragments.
 */
export function rowsByPlaces(schema: GraphQLSchema, query: string, data: unknown): Record<string, unknown>[] {
  const lists = listPaths(schema, query);
  const objects: Place[] = [];
  const values: { place: Place; owner: Place; value: unknown }[] = [];
  const look = (value: unknown, place: Place, owner: Place): void => {
    const path = pathOf(place);
    if (value === null || value === undefined) return;
    const isList = lists.has(path);
    if (Array.isArray(value) && isList) return value.forEach((one, index) => look(one, [...place, index], owner));
    if (typeof value !== 'object' || Array.isArray(value)) return void values.push({ place, owner, value });
    const hasRows = place.length === 0 || isList || [...lists].some((list) => list.startsWith(`${path}.`));
    if (hasRows) objects.push(place);
    for (const [key, inner] of Object.entries(value)) look(inner, [...place, key], hasRows ? place : owner);
  };
  look(data, [], []);
  const last = objects.filter((one) => !objects.some((other) => other.length > one.length && isWithin(other, one)));
  const rows = last.map((object) =>
    Object.fromEntries(
      values.filter(({ owner }) => isWithin(object, owner)).flatMap(({ place, value }) => cellAt(place, value)),
    ),
  );
  return rows.filter((row) => Object.keys(row).length > 0);
}

function cellAt(place: Place, value: unknown): [string, unknown][] {
  const parts = pathOf(place)
    .split('.')
    .filter((part) => part !== 'edges' && part !== 'node');
  if (parts.includes('pageInfo') || parts.at(-1) === 'cursor') return [];
  const heading = parts.join('.');
  if (heading.endsWith('Pence')) return [[`${heading.slice(0, -'Pence'.length)} (£)`, Number(value) / 100]];
  return [[heading, Array.isArray(value) ? value.join('; ') : value]];
}

/** Paths of lists of objects. */
function listPaths(schema: GraphQLSchema, query: string): Set<string> {
  const found = new Set<string>();
  const look = (type: GraphQLCompositeType, { selections }: SelectionSetNode, path: string[]): void => {
    for (const one of selections) {
      if (one.kind === Kind.INLINE_FRAGMENT) {
        look(schema.getType(one.typeCondition!.name.value) as GraphQLCompositeType, one.selectionSet, path);
      } else if (one.kind === Kind.FIELD && one.selectionSet) {
        const { type: returned } = 'getFields' in type ? type.getFields()[one.name.value]! : { type };
        const inner = [...path, one.name.value];
        if (isListType(getNullableType(returned))) found.add(inner.join('.'));
        const named = getNamedType(returned);
        if (isCompositeType(named)) look(named, one.selectionSet, inner);
      }
    }
  };
  const [definition] = parse(query).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION) look(schema.getQueryType()!, definition.selectionSet, []);
  return found;
}

const pathOf = (place: Place) => place.filter((part) => typeof part === 'string').join('.');
const isWithin = (place: Place, outer: Place) => outer.every((part, index) => place[index] === part);
