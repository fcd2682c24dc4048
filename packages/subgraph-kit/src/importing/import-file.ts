import { namesSomebodyIn } from '@hub/contract';
import type { RequestIdentity } from '@hub/access';
import type { DataSource, EntityManager } from 'typeorm';
import { RecordAll } from '../recording/record-all';
import { readHeader, type Header, type Mapping } from './header';
import type { Importable } from './importable';
import { inOneTransaction } from './in-one-transaction';
import { ImportRefused, type RowProblem } from './problems';
import { isBlank } from './read-cell';
import { readRow } from './read-row';
import { readTable } from './read-table';
import type { Spooled } from './spool';
import { Problems } from './told-problems';

/** A file that is to be imported. */
export interface ImportOrder {
  importable: Importable;
  file: Spooled;
  /** As its sender calls it. */
  fileName: string;
  mapping: Mapping;
  /** Whether nothing is to be kept. */
  isDryRun: boolean;
  requestIdentity: RequestIdentity;
  dataSource: DataSource;
  /** Told of rows that have been looked at. */
  progress(rows: number): void;
}

/** What came of an import. */
export interface ImportResult {
  /** Its number, by which it is undone; null where nothing was stored. */
  id: string | null;
  record: string;
  isDryRun: boolean;
  /** Rows of the file that say something, without the header. */
  rows: number;
  /** Rows that were recorded, or would be, with those that fill in what was left open. */
  recorded: number;
  /** Rows that were recorded before, with the same content. */
  unchanged: number;
  /** All problems, of which `problems` are the first. Nothing is stored where there is one. */
  problemCount: number;
  problems: readonly RowProblem[];
}

const BATCH = 500;
const LONGEST_NAME = 200;

/** A row that can be read, and its number. */
interface Given {
  row: number;
  input: object;
}

/**
 * Imports a file: all of its rows, or none. Each is recorded as by its mutation.
 *
 * @throws ImportRefused where the file cannot be read, or another import runs.
 */
export async function importFile(order: ImportOrder): Promise<ImportResult> {
  const { importable, file, fileName, isDryRun, requestIdentity, dataSource } = order;
  const problem =
    fileName.length > LONGEST_NAME ? `It has more than ${LONGEST_NAME} characters.` : namesSomebodyIn(fileName);
  if (problem !== null)
    throw new ImportRefused('FILE_NAME_INVALID', `The name of the file is kept. ${problem} Rename it.`);
  const { definition } = importable;
  return inOneTransaction(dataSource, async (manager) => {
    const caller = requestIdentity.caller;
    const [{ id }] = await manager.query<[{ id: string }]>(
      // One import runs at a time, and what is not kept takes no number.
      `INSERT INTO record_import (id, record_type, file_name, file_sha256, person, role, changes_before)
       SELECT (SELECT coalesce(max(id), 0) + 1 FROM record_import), $1, $2, $3, $4, $5, coalesce(max(id), 0)
       FROM record_change RETURNING id`,
      [definition.name, fileName, file.sha256, caller?.person ?? null, caller?.role ?? null],
    );
    const problems = new Problems();
    const { rows, recorded, unchanged } = await recordRows(manager, id, order, problems);
    // What changes nothing leaves no trace.
    const isKept = !isDryRun && problems.count === 0 && recorded > 0;
    if (isKept) {
      const counts = [id, rows, recorded, unchanged];
      await manager.query('UPDATE record_import SET rows = $2, recorded = $3, unchanged = $4 WHERE id = $1', counts);
    }
    const told = { problemCount: problems.count, problems: problems.first };
    const result = { id: isKept ? id : null, record: definition.name, isDryRun, rows, recorded, unchanged, ...told };
    return { result, isKept };
  });
}

async function recordRows(manager: EntityManager, id: string, order: ImportOrder, problems: Problems) {
  const { importable, file, mapping, requestIdentity, progress } = order;
  const { definition, recorder, columns, input: type } = importable;
  const counts = { rows: 0, recorded: 0, unchanged: 0 };
  const all = new RecordAll({ manager, definition, recorder, requestIdentity });
  let header: Header | undefined;
  let batch: Given[] = [];
  const record = async () => {
    const outcomes = await all.record(batch.map(({ input }) => input));
    const stored = [];
    for (const [place, { kind, problems: refusals }] of outcomes.entries()) {
      const { row, input } = batch[place]!;
      for (const { field, code, message } of refusals) {
        problems.add({ row, column: headerOfField(header!, field), code, message });
      }
      if (kind === 'UNCHANGED') counts.unchanged += 1;
      if (kind === 'RECORDED' || kind === 'FILLED_IN') stored.push({ row, input, filled_in: kind === 'FILLED_IN' });
    }
    counts.recorded += stored.length;
    if (stored.length > 0) {
      await manager.query(
        `INSERT INTO record_import_row SELECT $1, row, input, filled_in
         FROM jsonb_to_recordset($2) AS given (row integer, input jsonb, filled_in boolean)`,
        [id, JSON.stringify(stored)],
      );
    }
    batch = [];
    progress(counts.rows);
  };
  for await (const { row, cells } of readTable(file)) {
    if (cells.every(isBlank)) continue;
    if (!header) {
      const read = readHeader(cells, columns!, mapping);
      header = read;
      for (const problem of read.problems) problems.add({ ...problem, row });
      if (read.problems.length > 0) break;
      continue;
    }
    counts.rows += 1;
    const read = readRow(row, cells, header, type);
    if ('problems' in read) for (const problem of read.problems) problems.add(problem);
    else batch.push({ row, input: read.input });
    if (batch.length === BATCH) await record();
  }
  if (!header) throw new ImportRefused('FILE_EMPTY', 'The file has no header. Its first row names the columns.');
  if (batch.length > 0) await record();
  return counts;
}

/** The header of a field; where it has several columns, its own name. */
function headerOfField({ placed }: Header, [, field]: readonly string[]): string {
  const of = placed.filter(({ column }) => column.path[0] === field);
  return of.length === 1 ? of[0]!.header : field!;
}
