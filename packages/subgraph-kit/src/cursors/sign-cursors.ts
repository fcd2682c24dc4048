import type { Connection } from '@hub/contract';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import { signedCursor, verifiedCursor } from './cursor-signature';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * Signs every cursor of every connection as it leaves, and refuses those that come back unsigned. A cursor holds a sort key:
 * whoever could write one would begin a page wherever they liked, and so cut the numbers of a list anew.
 *
 * It is good for the field and the parent that gave it, under the same arguments, asked by the same person; for pages of any
 * size.
 */
export function signCursors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields()).filter(isPaged)) {
      field.resolve = signing(`${type.name}.${field.name}`, field.resolve);
    }
  }
}

/** Whether a field is a connection that can be continued. */
export function isPaged({ type, args }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields() && args.some(({ name }) => name === 'after');
}

function signing(coordinate: string, resolve: Resolver = defaultFieldResolver): Resolver {
  return async (source, { after, ...args }: Record<string, unknown>, context, info) => {
    const { cursorKeys, requestIdentity } = context;
    const { first: _size, ...selecting } = args;
    const { id: parent } = (source ?? {}) as { id?: unknown };
    const list = canonical([coordinate, parent, requestIdentity.caller?.person, selecting]);
    const place = typeof after === 'string' ? verifiedCursor(after, list, cursorKeys) : after;
    const page = (await resolve(source, { ...args, after: place }, context, info)) as Connection<unknown> | null;
    if (!page) return page;
    const signed = <Cursor extends string | null | undefined>(cursor: Cursor) =>
      typeof cursor === 'string' ? signedCursor(cursor, list, cursorKeys) : cursor;
    const { edges, pageInfo } = page;
    // When they are asked for: most are not.
    return {
      ...page,
      edges: edges.map((edge) => ({
        ...edge,
        get cursor() {
          return signed(edge.cursor);
        },
      })),
      pageInfo: {
        ...pageInfo,
        get startCursor() {
          return signed(pageInfo.startCursor);
        },
        get endCursor() {
          return signed(pageInfo.endCursor);
        },
      },
    };
  };
}

/** One text for one meaning: names in order, and what is null as what is left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const named = Object.entries(part).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
