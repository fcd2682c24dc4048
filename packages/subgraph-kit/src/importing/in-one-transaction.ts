import { takeEveryTurn } from '../recording/take-turn';
import type { DataSource, EntityManager } from 'typeorm';
import { ImportRefused } from './problems';

/** Ends a transaction of which nothing is to be kept. */
class NotKept<Result> extends Error {
  constructor(readonly result: Result) {
    super();
  }
}

/**
 * Does the work of an import in one transaction, as the only import of its database, and keeps it where it says so.
 *
 * @throws ImportRefused `IMPORT_RUNS`
 */
export async function inOneTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<{ result: Result; isKept: boolean }>,
): Promise<Result> {
  try {
    return await dataSource.transaction(async (manager) => {
      if (!(await takeEveryTurn(manager))) {
        throw new ImportRefused('IMPORT_RUNS', 'Another import runs here. Send it once that has ended.');
      }
      const { result, isKept } = await work(manager);
      if (!isKept) throw new NotKept(result);
      return result;
    });
  } catch (error) {
    if (error instanceof NotKept) return error.result as Result;
    throw error;
  }
}
