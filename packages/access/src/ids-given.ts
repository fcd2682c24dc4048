import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';

/**
 * The ids among the arguments of a field: whatever stands where the schema says `ID`, as it was given.
 *
 * @param values - by name; a wrong kind of value gives nothing.
 */
export function idsGiven(args: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>): string[] {
  return args.flatMap(({ name, type }) => idsIn(type, values[name]));
}

function idsIn(type: GraphQLInputType, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = nullable.ofType as GraphQLInputType;
    // A list of one may be given without being one.
    return Array.isArray(value) ? value.flatMap((one) => idsIn(item, one)) : idsIn(item, value);
  }
  if (isInputObjectType(nullable)) {
    if (typeof value !== 'object') return [];
    const given = value as Record<string, unknown>;
    return Object.values(nullable.getFields()).flatMap((field) => idsIn(field.type, given[field.name]));
  }
  const isId = getNamedType(nullable).name === 'ID' && (typeof value === 'string' || typeof value === 'number');
  return isId ? [String(value)] : [];
}
