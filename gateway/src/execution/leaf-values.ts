import { isEnumType, type GraphQLLeafType } from 'graphql';
import { jsonText, stringText } from './json-text';

/** The text of a leaf's value, which is not null; null where the value is none of the type's. */
export type LeafWriter = (value: unknown) => string | null;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const writers: Readonly<Record<string, LeafWriter>> = {
  String: (value) => (typeof value === 'string' ? stringText(value) : null),
  // GraphQL answers every id as a string.
  ID: (value) =>
    typeof value === 'string' ? stringText(value) : Number.isInteger(value) ? `"${String(value)}"` : null,
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT && value >= MIN_INT ? `${value}` : null,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : null),
  Boolean: (value) => (value === true ? 'true' : value === false ? 'false' : null),
};

/** How values of a type are checked and written. Other scalars are their subgraph's matter, and pass. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => texts.get(value) ?? null;
  }
  return Object.hasOwn(writers, type.name) ? writers[type.name]! : jsonText;
}
