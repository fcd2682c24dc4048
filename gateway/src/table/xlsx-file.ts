import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Column } from './table-shape';
import type { Cell } from './units';

/** The most characters that Excel takes in a cell. */
const CELL_LENGTH = 32_767;

/** Writes lines as an Excel workbook with one sheet. Its text is text, whatever it begins with. */
export async function xlsxFile(lines: AsyncIterable<Cell[]>, columns: readonly Column[]): Promise<Readable> {
  // Only who takes a workbook needs it.
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(fitting(lines), {
    name: 'Answer',
    columns: columns.map(({ unit }) => (unit ? { numFmt: unit.format } : {})),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream as ReadableStream);
}

async function* fitting(lines: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  for await (const line of lines) {
    yield line.map((cell) => (typeof cell === 'string' ? cell.slice(0, CELL_LENGTH) : cell));
  }
}
