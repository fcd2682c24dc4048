import { Kind, type FieldNode, type GraphQLCompositeType } from 'graphql';

/** Paging is not content: the parts of a connection that stand in no heading, and those that make no column. */
const UNNAMED = new Set(['edges', 'node']);
const SKIPPED = new Set(['pageInfo', 'cursor']);

/** Whether a type is a connection, as Relay has it. */
export const isConnection = (type: GraphQLCompositeType) => hasFields(type, 'edges', 'pageInfo');

const isEdge = (type: GraphQLCompositeType) => hasFields(type, 'node', 'cursor');

/** What a field of these types is to a table: a part of the paging that leads to content, one that does not, or content. */
export function pagingOf(types: readonly GraphQLCompositeType[], field: string): 'way' | 'skipped' | null {
  if (!types.some((type) => isConnection(type) || isEdge(type))) return null;
  if (SKIPPED.has(field)) return 'skipped';
  return UNNAMED.has(field) ? 'way' : null;
}

/** Whether a field is given the variable `after` as the cursor of its page. */
export const isPagedByAfter = ({ arguments: given = [] }: FieldNode) =>
  given.some(
    ({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE && value.name.value === 'after',
  );

const hasFields = (type: GraphQLCompositeType, ...names: string[]) =>
  'getFields' in type && names.every((name) => Object.hasOwn(type.getFields(), name));
