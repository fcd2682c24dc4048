import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { createTestDatabase, runSql, type TestDatabase } from '../../../test/support/test-database';
import { createDataSource } from './data-source';
import { listen } from './listen';

const logger = pino({ level: 'silent' });

describe('listening to a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it('hears what is said, and listens again after its connection was lost', async () => {
    const toy = { name: 'toy', database: { entities: [], migrations: [] } };
    let heard = 0;
    const until = async (count: number) => {
      while (heard < count) await after(10);
    };
    const dataSource = createDataSource(toy, database.url);
    const listening = listen({ dataSource, channel: 'a_channel', onHeard: () => void heard++ }, logger);
    await until(1);
    await runSql(database.url, `NOTIFY a_channel; NOTIFY another_channel`);
    await until(2);
    await runSql(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hub-toy'`,
    );
    await until(3);
    await runSql(database.url, `NOTIFY a_channel`);
    await until(4);
    await listening.stop();
    await runSql(database.url, `NOTIFY a_channel`);
    expect(await runSql(database.url, `SELECT 1 FROM pg_stat_activity WHERE application_name = 'hub-toy'`)).toEqual([]);
    expect(heard).toBe(4);
  });

  it('stops also while its connection is being made', async () => {
    const dataSource = createDataSource({ name: 'toy', database: { entities: [], migrations: [] } }, database.url);
    for (const ms of [0, 1, 5, 10]) {
      const listening = listen({ dataSource, channel: 'a_channel', onHeard: () => undefined }, logger);
      await after(ms);
      await listening.stop();
    }
  });
});
