import { referenceKey } from '@hub/contract';
import type { RequestIdentity } from '@hub/access';
import type { DataSource, EntityManager } from 'typeorm';
import { withdrawRecord } from '../recording/change-record';
import { Refusal } from '../recording/mutate';
import { findRow, isRecorded, keyOf, readBy } from '../recording/record-once';
import { problem, refuseFor } from '../recording/refuse-for';
import type { Importable } from './importable';
import { inOneTransaction } from './in-one-transaction';
import { ImportRefused, type RowProblem } from './problems';
import { Problems } from './told-problems';

/** An import that is to be undone. */
export interface UndoOrder {
  id: string;
  importable: Importable;
  requestIdentity: RequestIdentity;
  dataSource: DataSource;
  /** Told of rows that have been looked at. */
  progress(rows: number): void;
}

/** What came of undoing an import. */
export interface UndoResult {
  id: string;
  record: string;
  /** Records that were withdrawn. Others of the import had been withdrawn before. */
  withdrawn: number;
  /** All problems, of which `problems` are the first. Nothing is withdrawn where there is one. */
  problemCount: number;
  problems: readonly RowProblem[];
}

const BATCH = 500;

interface ImportedRow {
  row: number;
  input: object;
  filledIn: boolean;
}

/**
 * Withdraws what an import recorded, the last row first: all of it, or nothing. What it was stays in the history.
 *
 * @throws ImportRefused `ALREADY_UNDONE`, or `IMPORT_RUNS`.
 */
export async function undoImport(order: UndoOrder): Promise<UndoResult> {
  const { id, importable, requestIdentity, dataSource, progress } = order;
  return inOneTransaction(dataSource, async (manager) => {
    const { caller } = requestIdentity;
    const [[undone]] = await manager.query<[{ changesBefore: string }[]]>(
      `UPDATE record_import SET undone_at = now(), undone_by = $2, undone_by_role = $3
       WHERE id = $1 AND undone_at IS NULL RETURNING changes_before AS "changesBefore"`,
      [id, caller?.person ?? null, caller?.role ?? null],
    );
    if (!undone) throw new ImportRefused('ALREADY_UNDONE', `Import ${id} was undone before. Nothing is left to do.`);
    const changed = await changedSince(manager, importable, undone.changesBefore);
    const problems = new Problems();
    let [withdrawn, done] = [0, 0];
    for (
      let next = await rowsBefore(manager, id);
      next.length > 0;
      next = await rowsBefore(manager, id, next.at(-1)!.row)
    ) {
      for (const one of next) {
        try {
          if (await withdraw(manager, order, one, changed)) withdrawn += 1;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          for (const { code, message, field } of error.userErrors) {
            problems.add({ row: one.row, column: field?.[1] ?? null, code, message });
          }
        }
      }
      progress((done += next.length));
    }
    await manager.query('DELETE FROM record_import_row WHERE import_id = $1', [id]);
    const told = { problemCount: problems.count, problems: problems.first };
    return { result: { id, record: importable.definition.name, withdrawn, ...told }, isKept: problems.count === 0 };
  });
}

/** @returns false where it was withdrawn before. */
async function withdraw(
  manager: EntityManager,
  { id, importable, requestIdentity }: UndoOrder,
  { input, filledIn }: ImportedRow,
  changed: ReadonlySet<string>,
): Promise<boolean> {
  const { definition, recorder } = importable;
  const field = String(definition.by.at(-1));
  const read: object = await readBy(definition, input, recorder, manager);
  const named = definition.named(read);
  const mend = `Correct it by correct${definition.name}, or withdraw it by withdraw${definition.name}, and undo the import then.`;
  if (filledIn)
    refuseFor(
      problem(
        field,
        'FILLED_IN',
        `${named} was recorded before, and the import filled it in. Correct it by correct${definition.name}.`,
      ),
    );
  if (changed.has(referenceKey(named))) {
    const row = await findRow(manager, definition, keyOf(definition, read, recorder));
    if (!isRecorded(definition, row)) return false;
    refuseFor(problem(field, 'CHANGED_SINCE', `${named} was changed since it was imported. ${mend}`));
  }
  refuseFor(definition.mayRecord?.problem(input, requestIdentity) ?? null);
  const change = { recorder, caller: requestIdentity.caller };
  await withdrawRecord(manager, definition, { ...input, reason: `Import ${id} is undone as a whole` }, change);
  return true;
}

async function rowsBefore(manager: EntityManager, id: string, row: number | null = null): Promise<ImportedRow[]> {
  return manager.query<ImportedRow[]>(
    `SELECT row, input, filled_in AS "filledIn" FROM record_import_row
     WHERE import_id = $1 AND ($2::int IS NULL OR row < $2) ORDER BY row DESC LIMIT ${BATCH}`,
    [id, row],
  );
}

/** What was corrected or withdrawn since. */
async function changedSince(
  manager: EntityManager,
  { definition }: Importable,
  before: string,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ record: string }[]>(
    'SELECT DISTINCT record FROM record_change WHERE record_type = $1 AND id > $2',
    [definition.name, before],
  );
  return new Set(rows.map(({ record }) => referenceKey(record)));
}
