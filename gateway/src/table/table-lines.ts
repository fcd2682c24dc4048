import type { Page } from './pages';
import type { TableNotes } from './table-notes';
import { tableRows } from './table-rows';
import type { TableShape } from './table-shape';
import type { Cell } from './units';

/** All lines of a table's file, each as long as the others: headings, rows, an empty line, and notes in the first column. */
export async function* tableLines(
  shape: TableShape,
  pages: AsyncIterable<Page>,
  notes: TableNotes,
): AsyncGenerator<Cell[]> {
  const { columns, paged } = shape;
  yield columns.map(({ heading }) => heading);
  let along: readonly string[] | null = null;
  for await (const { data } of pages) {
    for (const row of tableRows(shape, data, along)) {
      notes.addRow(row);
      yield row;
    }
    along = paged;
  }
  const rest: Cell[] = columns.slice(1).map(() => null);
  yield [null, ...rest];
  for (const line of notes.lines) yield [line, ...rest];
}
