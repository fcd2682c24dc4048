import type { TableNode, TableShape } from './table-shape';
import { cellOf, type Cell } from './units';

/**
 * The rows of an answer: one for each way down to an object that has no others below it. What stands above it is repeated, and
 * what stands in other lists is empty. A row in which nothing would stand is left out.
 *
 * @param data - of an answer.
 * @param along - of a further page, the path to its connection: all else in it was asked for again, and has its rows.
 */
export function* tableRows(
  { columns, root }: TableShape,
  data: unknown,
  along: readonly string[] | null = null,
): Generator<Cell[]> {
  const empty: Cell[] = columns.map(() => null);
  for (const row of new RowWriter(columns).rows(root, data, empty, along)) {
    if (row.some((cell) => cell !== null)) yield row;
  }
}

class RowWriter {
  constructor(private readonly columns: TableShape['columns']) {}

  /** @param along - what is left of the path: empty at the connection, and null below it. */
  *rows(node: TableNode, object: unknown, above: readonly Cell[], along: readonly string[] | null): Generator<Cell[]> {
    const row = [...above];
    for (const { path, column } of node.leaves) row[column] = cellOf(valueAt(object, path), this.columns[column]!.unit);
    const [next, ...further] = along ?? [];
    let isLast = along === null;
    for (const { key, node: below } of node.branches) {
      if (next !== undefined && next !== key) continue;
      for (const one of objectsIn(valueAt(object, [key]))) {
        isLast = false;
        yield* this.rows(below, one, row, next === undefined ? null : further);
      }
    }
    if (isLast) yield row;
  }
}

/** What stands at a path of objects; undefined where one of them is missing. */
export function valueAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], object);
}

function objectsIn(value: unknown): unknown[] {
  return [value].flat(Infinity).filter((one) => one !== null && one !== undefined);
}
