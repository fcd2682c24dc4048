import { pipeline, Readable, type Duplex } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { decode, decodeStream } from 'iconv-lite';
import { ImportRefused } from './problems';
import type { Cell } from './read-cell';
import type { Encoding, Spooled } from './spool';

/** A row as a spreadsheet shows it. */
export interface TableRow {
  /** From 1. */
  row: number;
  cells: readonly Cell[];
}

const SEPARATORS = [',', ';', '\t'];
/** The longest record of CSV, in characters. */
const LONGEST = 2 ** 20;

/**
 * Reads a file row by row: a workbook's first sheet, or CSV with whichever of comma, semicolon and tab its header has most of.
 *
 * @throws ImportRefused where it cannot be read.
 */
export function readTable({ encoding, head, read }: Spooled): AsyncIterable<TableRow> {
  return encoding === null ? readWorkbook(read) : readCsv(read, head, encoding);
}

async function* readWorkbook(read: () => Readable): AsyncGenerator<TableRow> {
  // Only who sends a workbook needs it.
  const { streamXlsxRows } = await import('hucre/xlsx');
  const rows = streamXlsxRows(Readable.toWeb(read()) as ReadableStream<Uint8Array> as never);
  try {
    for await (const { index, values } of rows) yield { row: index + 1, cells: values as Cell[] };
  } catch (error) {
    throw new ImportRefused(
      'FILE_UNREADABLE',
      `The workbook cannot be read: ${(error as Error).message} Save it anew as .xlsx.`,
    );
  }
}

async function* readCsv(read: () => Readable, head: Buffer, encoding: Encoding): AsyncGenerator<TableRow> {
  const source = read();
  let row = 0;
  try {
    const delimiter = separatorOf(decode(head, encoding));
    const parser = parse({ delimiter, relax_column_count: true, max_record_size: LONGEST });
    // What fails on the way fails where rows are taken.
    pipeline(source, decodeStream(encoding) as unknown as Duplex, parser, () => undefined);
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: ++row, cells };
  } catch (error) {
    const remedy = 'Close its quotation marks, or save it anew as "CSV UTF-8".';
    throw new ImportRefused(
      'FILE_UNREADABLE',
      `The file cannot be read after row ${row}: ${(error as Error).message}. ${remedy}`,
    );
  } finally {
    source.destroy();
  }
}

/** By the first record alone, in which no value has several parts. */
function separatorOf(head: string): string {
  const counts = SEPARATORS.map((delimiter) => {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, bom: true, to: 1 } as const;
    const [first = []] = parseText(head, options) as unknown as string[][];
    return first.length;
  });
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}
