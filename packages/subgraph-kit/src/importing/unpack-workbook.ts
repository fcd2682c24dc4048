import type { FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { openNameless } from './nameless-file';
import { ImportRefused } from './problems';
import type { Cell } from './read-cell';
import type { TableRow } from './table-row';

/** The most that the parts of a workbook may hold, in bytes: some 300,000 rows of meetings. */
const MOST_UNPACKED = 256 * 2 ** 20;
/** Lines are written in parts of so many characters. */
const PART = 2 ** 16;

/**
 * Writes the rows of a workbook's first sheet to a file of their own. Read as slowly as rows are recorded, all of the sheet would
 * be unpacked in memory.
 *
 * @throws ImportRefused where it cannot be read, or holds too much.
 */
export async function unpackWorkbook(packed: Buffer): Promise<FileHandle> {
  if (unpackedBytes(packed) > MOST_UNPACKED) {
    throw new ImportRefused('FILE_TOO_LARGE', `The workbook holds more than ${MOST_UNPACKED / 2 ** 20} MB. Divide it.`);
  }
  // Only who sends a workbook needs it.
  const { streamXlsxRows } = await import('hucre/xlsx');
  const handle = await openNameless();
  try {
    let part = '';
    for await (const { index, values } of streamXlsxRows(packed)) {
      part += `${JSON.stringify({ row: index + 1, cells: values.map(tagged) })}\n`;
      if (part.length < PART) continue;
      await handle.appendFile(part);
      part = '';
    }
    await handle.appendFile(part);
    return handle;
  } catch (error) {
    await handle.close();
    const reason = (error as Error).message;
    throw new ImportRefused('FILE_UNREADABLE', `The workbook cannot be read: ${reason} Save it anew as .xlsx.`);
  }
}

/** Reads what {@link unpackWorkbook} has written. */
export async function* readUnpacked(handle: FileHandle): AsyncGenerator<TableRow> {
  const lines = createInterface({ input: handle.createReadStream({ start: 0, autoClose: false }) });
  for await (const line of lines) {
    const { row, cells } = JSON.parse(line) as { row: number; cells: (Exclude<Cell, Date> | { day: string | null })[] };
    yield { row, cells: cells.map((cell) => (cell instanceof Object ? new Date(cell.day ?? NaN) : cell)) };
  }
}

const tagged = (cell: unknown) => (cell instanceof Date ? { day: cell } : cell);

/** What the directory at the end of a ZIP file says that its parts hold; Infinity where it does not say. */
function unpackedBytes(zip: Buffer): number {
  const end = zip.lastIndexOf('PK\u0005\u0006');
  if (end < 0 || end + 20 > zip.length) return 0;
  let [at, bytes] = [zip.readUInt32LE(end + 16), 0];
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return Infinity;
    const [packed, unpacked] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    bytes += unpacked === 0 && packed > 2 ? Infinity : unpacked;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return bytes;
}
