import { GraphQLError } from 'graphql';

/** Encodes the sort key of an item as a cursor. Before it leaves, the subgraph signs it. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Decodes a cursor made by {@link encodeCursor}.
 *
 * @param cursor - the `after` argument of a connection.
 * @param length - how many parts the sort key has.
 * @param isKey - whether the parts can be a sort key of the list. @default any text that a database can keep
 * @throws GraphQLError `BAD_USER_INPUT` when it was not made here.
 */
export function decodeCursor(cursor: string, length: number, isKey: (key: string[]) => boolean = () => true): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isText =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' && !/[\0\p{Surrogate}]/u.test(part));
    if (isText && isKey(key as string[])) return key as string[];
  } catch {
    // Falls through to the one message: what was wrong with the text does not help the caller.
  }
  throw cursorRefused();
}

/** The answer to a cursor that no page of the list has shown. */
export function cursorRefused(): GraphQLError {
  return new GraphQLError('after must be an endCursor that an earlier page of the same list returned.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
  });
}
