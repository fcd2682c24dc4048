import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

type Work = (manager: EntityManager) => Promise<unknown>;

/**
 * Sends a second mutation while a first is done and not yet committed, and answers what both were told. The second either is
 * done before the first ends, or waits for it.
 */
export async function atOnce<First, Second>(
  dataSource: DataSource,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const [isDone, mayEnd] = [signal(), signal()];
  const transaction = dataSource.transaction.bind(dataSource) as (work: Work) => Promise<unknown>;
  const held = async (work: Work) => {
    dataSource.transaction = transaction as DataSource['transaction'];
    return transaction(async (manager) => {
      try {
        return await work(manager);
      } finally {
        isDone.give();
        await mayEnd.given;
      }
    });
  };
  dataSource.transaction = held as DataSource['transaction'];
  const one = first();
  await isDone.given;
  let isAnswered = false;
  const other = second().finally(() => (isAnswered = true));
  while (!isAnswered && !(await somebodyWaits(dataSource))) await pause(20);
  mayEnd.give();
  return [await one, await other];
}

function signal() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

async function somebodyWaits(dataSource: DataSource): Promise<boolean> {
  const [{ waits }] = await dataSource.query<[{ waits: boolean }]>(
    `SELECT EXISTS (
       SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`,
  );
  return waits;
}
