import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Cell } from './units';

/** Writes lines as CSV (RFC 4180), in UTF-8 with the mark by which Excel knows it. What Excel would run as a formula is text. */
export function csvFile(lines: AsyncIterable<Cell[]>): Readable {
  const csv = stringify({
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
  // Whoever reads it sees its failure.
  pipeline(Readable.from(lines), csv, () => undefined);
  return csv;
}
