import type { FileHandle } from 'node:fs/promises';
import { pipeline, type Duplex } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { decode, decodeStream } from 'iconv-lite';
import { ImportRefused } from './problems';
import type { Encoding, Spooled } from './spool';
import type { TableRow } from './table-row';
import { readUnpacked } from './unpack-workbook';

const SEPARATORS = [',', ';', '\t'];
/** The longest record of CSV, in characters. */
const LONGEST = 2 ** 20;

/**
 * Reads a file row by row: a workbook's first sheet, or CSV with whichever of comma, semicolon and tab its header has most of.
 *
 * @throws ImportRefused where it cannot be read.
 */
export function readTable({ encoding, head, handle }: Spooled): AsyncIterable<TableRow> {
  return encoding === 'unpacked' ? readUnpacked(handle) : readCsv(handle, head, encoding);
}

async function* readCsv(handle: FileHandle, head: Buffer, encoding: Encoding): AsyncGenerator<TableRow> {
  const source = handle.createReadStream({ start: 0, autoClose: false });
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
