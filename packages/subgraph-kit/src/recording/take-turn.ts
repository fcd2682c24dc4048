import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';

const key = (what: string) => `hashtextextended('${what}', 2)`;

/** Transactions that have every turn. */
const haveAll = new WeakSet<object>();

/**
 * Waits for its turn to record: until the transaction ends nobody else records in this database. So whatever a rule finds of
 * other records stays as it found it, and of two callers the second finds what the first has left.
 *
 * @throws GraphQLError `IMPORT_RUNS` while an import has every turn: it takes longer than anybody waits.
 */
export async function takeTurn(manager: EntityManager): Promise<void> {
  if (haveAll.has(manager.queryRunner!)) return;
  const [turn] = await manager.query<[{ isTaken: boolean }]>(
    `SELECT CASE WHEN pg_try_advisory_xact_lock_shared(${key('imports')})
       THEN pg_advisory_xact_lock(${key('records')})::text END IS NOT NULL AS "isTaken"`,
  );
  if (turn.isTaken) return;
  const message = 'An import from a spreadsheet runs here. Nothing was recorded; send it again once that has ended.';
  throw new GraphQLError(message, { extensions: { code: 'IMPORT_RUNS' } });
}

/**
 * Has every turn to record, once those who record now have ended.
 *
 * @returns false where another import runs.
 */
export async function takeEveryTurn(manager: EntityManager): Promise<boolean> {
  const [only] = await manager.query<[{ isTaken: boolean }]>(
    `SELECT pg_try_advisory_xact_lock(${key('import')}) AS "isTaken"`,
  );
  if (!only.isTaken) return false;
  await manager.query(`SELECT pg_advisory_xact_lock(${key('imports')})`);
  haveAll.add(manager.queryRunner!);
  return true;
}
