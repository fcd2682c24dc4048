import type { Connection } from './connection';
import { encodeCursor } from './cursor';

/**
 * Makes a Relay connection of rows read with one row more than asked for.
 *
 * @param rows - at most `size + 1` rows; the extra one tells that another page follows.
 * @param size - items on the page.
 * @param sortKey - the parts by which the rows are sorted, which make up the cursor.
 * @param isContinued - whether the page began after a cursor.
 */
export function connectionFrom<Row>(
  rows: readonly Row[],
  size: number,
  sortKey: (row: Row) => readonly string[],
  isContinued: boolean,
): Connection<Row> {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: encodeCursor(sortKey(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: isContinued,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
