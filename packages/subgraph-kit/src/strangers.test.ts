import { createServiceDatabase, type ServiceDatabase } from '../../../test/support/service-database';
import { runSql } from '../../../test/support/test-database';
import { casework } from '../testing/casework-subgraph';
import { serveSubgraph, type RunningSubgraph } from './serve-subgraph';

let database: ServiceDatabase;
let subgraph: RunningSubgraph;

beforeEach(async () => {
  database = await createServiceDatabase();
  subgraph = await serveSubgraph(casework, {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    COST_LIMIT_PER_MINUTE: '100000000',
  });
});
afterEach(async () => {
  await subgraph.close();
  await database.drop();
});

const stored = () =>
  runSql(database.adminUrl, 'SELECT seq, octet_length(body) AS size, body::jsonb AS entry FROM audit.access_record');

async function ask(query: string, headers: Record<string, string> = {}): Promise<number> {
  const body = JSON.stringify({ query });
  const { status } = await fetch(subgraph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return status;
}

test('whoever comes to the port without a token fills no record, by number or by size, and is on it', async () => {
  const named = (length: number) => `query ${'A'.repeat(length)} { movement(id: "m1") { category } }`;
  const statuses = [await ask(named(900_000)), await ask(named(900_000))];
  for (let time = 0; time < 30; time++) statuses.push(await ask(named(time + 1), { 'x-request-id': 'the-same-one' }));
  const answered = statuses.filter((status) => status === 200).length;
  expect(answered).toBeGreaterThan(1);
  expect(await stored()).toMatchObject([{ entry: { person: null, address: '127.0.0.1', outcome: 'REFUSED' } }]);
  await subgraph.close();
  const [first, counted, ...others] = await stored();
  expect(others).toEqual([]);
  expect([first, counted].map((row) => Number(row!['size']) < 2048)).toEqual([true, true]);
  expect(counted).toMatchObject({
    entry: { address: '127.0.0.1', count: answered - 1, refused: ['Query.movement'], asked: ['m1'] },
  });
  expect(JSON.stringify([first, counted])).not.toContain('the-same-one');
});
