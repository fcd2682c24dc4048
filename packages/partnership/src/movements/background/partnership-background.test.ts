import { ConfigError, createDataSource, migrateAndLoad, type Logger } from '@hub/subgraph-kit';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/test-database';
import { definePartnership } from '../../define-partnership';
import { partnershipBackground } from './partnership-background';
import { readRelaySettings } from './relay-settings';
import { removeEnded } from './remove-ended';

describe('where the hub is', () => {
  it('is nowhere by default', () => {
    expect(readRelaySettings({})).toBeNull();
    expect(readRelaySettings({ HUB_URL: '', HUB_TOKEN_FILE: '' })).toBeNull();
  });

  it('is read from the environment', () => {
    expect(readRelaySettings({ HUB_URL: 'https://hub.example.org/', HUB_TOKEN_FILE: '/run/token' })).toEqual({
      ...{ url: 'https://hub.example.org', tokenFile: '/run/token' },
    });
  });

  it.each([
    ['HUB_URL is missing', { HUB_TOKEN_FILE: '/run/token' }],
    ['HUB_TOKEN_FILE is missing', { HUB_URL: 'https://hub.example.org' }],
    ['HUB_URL is not valid', { HUB_URL: 'hub.example.org', HUB_TOKEN_FILE: '/run/token' }],
    ['HUB_URL is not valid', { HUB_URL: 'file:///hub', HUB_TOKEN_FILE: '/run/token' }],
  ])('is refused where %s', (problem, env) => {
    const read = () => readRelaySettings(env);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`${problem}. Set it to`);
  });
});

describe('a partnership', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    const toy = { id: 'toy', typeName: 'ToyPartnership', localAuthorities: ['E09000022'], factsFolder: '' };
    dataSource = createDataSource(definePartnership(toy), database.url);
    await migrateAndLoad(dataSource, { name: 'toy' }, { demo: false });
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });
  const own = { partnership: 'toy', covers: ['E09000022'] };
  const ids = async (table: string) =>
    (await dataSource.query<{ id: string }[]>(`SELECT movement_id AS id FROM ${table} ORDER BY 1`)).map(({ id }) => id);

  it('without a hub says so once, and has no relay', async () => {
    const info = jest.fn();
    const logger = { info } as unknown as Logger;
    await partnershipBackground(own, { dataSource, logger, env: {} }).stop();
    expect(info.mock.calls).toEqual([[expect.stringContaining('HUB_URL and HUB_TOKEN_FILE are not set')]]);
  });

  it('removes closed records after their period with all that is of them, and writes down how many and why', async () => {
    const long = `now() - interval '201 days'`;
    const records = [
      ['gone-1', 'ORIGIN', 'CLOSED', long],
      ['gone-2', 'ORIGIN', 'CLOSED', long],
      ['gone-2', 'DESTINATION', 'CLOSED', long],
      ['not-so-long', 'ORIGIN', 'CLOSED', `now() - interval '199 days'`],
      ['open-here', 'DESTINATION', 'OPEN', long],
      ['open-at-the-other-side', 'ORIGIN', 'CLOSED', long],
      ['open-at-the-other-side', 'DESTINATION', 'OPEN', long],
      ['undelivered', 'ORIGIN', 'CLOSED', long],
      ['underway', 'ORIGIN', 'OPEN', 'NULL'],
    ];
    for (const [id, side, status, endedAt] of records) {
      const [authority, closedOn] = [
        side === 'ORIGIN' ? 'E09000022' : 'E09000026',
        status === 'CLOSED' ? 'now()' : 'NULL',
      ];
      await dataSource.query(
        `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status,
           opened_on, closed_on, ended_at, is_synthetic)
         VALUES ($1, $2, $3, 'p1:1:a', 'E09000022', 'E09000026', $4, '2020-01-01', ${closedOn}, ${endedAt}, false)`,
        [id, side, authority, status],
      );
    }
    const movements = [...new Set(records.map(([id]) => id!))];
    await dataSource.query(
      `INSERT INTO movement_event SELECT id, 0, 'event of ' || id, now(), '{}' FROM unnest($1::text[]) AS id`,
      [movements],
    );
    await dataSource.query(
      `INSERT INTO movement_outbox (id, movement_id, body, delivered_at, outcome)
       SELECT 'message of ' || id, id, '{}', CASE id WHEN 'undelivered' THEN NULL ELSE now() END,
         CASE id WHEN 'undelivered' THEN NULL ELSE 'RECORDED' END FROM unnest($1::text[]) AS id`,
      [movements],
    );
    await dataSource.query(`INSERT INTO movement_waiting VALUES ('waits', 'gone-1', 'another', '{}', now())`);

    const removed = await Promise.all([1, 2].map(() => removeEnded(dataSource, 200)));
    expect(removed[0]! + removed[1]!).toBe(2);
    const kept = ['not-so-long', 'open-at-the-other-side', 'open-here', 'undelivered', 'underway'];
    expect(await ids('movement_event')).toEqual(kept);
    expect(await ids('movement_outbox')).toEqual(kept);
    expect(await ids('movement_waiting')).toEqual([]);
    expect([...new Set(await ids('child_record'))]).toEqual(kept);
    expect(
      await dataSource.query(
        'SELECT reason, period_days, sum(movements)::int AS movements, sum(messages)::int AS messages FROM movement_removal GROUP BY 1, 2',
      ),
    ).toEqual([{ reason: expect.stringMatching(/^Closed/), period_days: 200, movements: 2, messages: 5 }]);
    expect(await removeEnded(dataSource, 200)).toBe(0);
    expect(await dataSource.query(`SELECT 1 FROM movement_removal WHERE movements = 0`)).toEqual([]);
  });
});
