import { DataSource, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database';
import { lockKey, lockWholeKinds } from './lock-key';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Whether a transaction of its own gets the lock now. */
const isFree = (key: string, isWhole = false) =>
  dataSource.transaction(async (manager) => {
    await manager.query(`SET LOCAL lock_timeout = '100ms'`);
    if (isWhole) lockWholeKinds(manager);
    return lockKey(manager, key).then(
      () => true,
      () => false,
    );
  });

const locks = async (manager: EntityManager) => {
  const [row] = await manager.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`,
  );
  return row.count;
};

test('who locks a key keeps it from others, and its kind from who wants all of it', async () => {
  await dataSource.transaction(async (manager) => {
    await lockKey(manager, 'meeting/A');
    expect(await Promise.all([isFree('meeting/A'), isFree('meeting/B'), isFree('body/A')])).toEqual([
      false,
      true,
      true,
    ]);
    expect([await isFree('meeting/B', true), await isFree('body/A', true)]).toEqual([false, true]);
  });
  expect(await isFree('meeting/A', true)).toBe(true);
});

test('who locks whole kinds keeps all of their keys from others, by one lock a kind', async () => {
  await dataSource.transaction(async (manager) => {
    lockWholeKinds(manager);
    for (let key = 0; key < 50; key++) await lockKey(manager, `meeting/${key}`);
    expect(await locks(manager)).toBe(1);
    expect(await Promise.all([isFree('meeting/other'), isFree('body/A')])).toEqual([false, true]);
  });
  expect(await isFree('meeting/other')).toBe(true);
});
