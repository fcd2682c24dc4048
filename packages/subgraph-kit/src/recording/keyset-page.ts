import { connectionFrom, decodeCursor, pageSize, type Connection } from '@hub/contract';

/** How rows are read page by page, by a key that settles their order. */
export interface Keyset<Row> {
  /** Parts of the key of a row. */
  keyOf(row: Row): string[];
  /** How many parts a key has. */
  parts: number;
  /** Whether something is a key of these rows. */
  isKey(key: string[]): boolean;
  /** Up to `limit` rows after a key, in their order; from the beginning where it is null. */
  read(key: string[] | null, limit: number): Promise<Row[]>;
}

/**
 * A page by the `first` and `after` arguments of a connection.
 *
 * @throws GraphQLError `BAD_USER_INPUT` when `first` is out of bounds, or the cursor is of another list.
 */
export async function keysetPage<Row>(
  { keyOf, parts, isKey, read }: Keyset<Row>,
  first: number,
  after?: string | null,
): Promise<Connection<Row>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  // One row more than asked for tells whether another page follows.
  const rows = await read(isContinued ? decodeCursor(after, parts, isKey) : null, size + 1);
  return connectionFrom(rows, size, keyOf, isContinued);
}
