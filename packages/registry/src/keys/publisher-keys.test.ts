import { createTestDatabase, runSql, type TestDatabase } from '../../../../test/support/test-database';
import { RegistryDatabase } from '../store/registry-database';
import { PublisherKeys } from './publisher-keys';

let made: TestDatabase;
let database: RegistryDatabase;
let keys: PublisherKeys;
beforeEach(async () => {
  made = await createTestDatabase();
  database = new RegistryDatabase(made.url);
  await database.install(0);
  keys = new PublisherKeys(database.run);
});
afterEach(async () => {
  await database.close();
  await made.drop();
});

it('a key is known by what its holder writes, and is kept as a hash alone', async () => {
  const { key, written } = await keys.issue('redbridge');
  expect(written).toMatch(/^hub_1_[0-9a-f]{64}$/);
  expect(key).toMatchObject({ kind: 'PARTNERSHIP', subgraph: 'redbridge', lastUsedAt: null, revokedAt: null });
  expect(await keys.holderOf(written)).toMatchObject({ id: key.id, subgraph: 'redbridge' });
  const kept = JSON.stringify(await runSql(made.url, 'SELECT *, encode(hash, $$hex$$) AS hex FROM registry_key'));
  expect(kept).not.toContain(written.slice(-64));
});

it('lists when each was last used', async () => {
  const { written } = await keys.issue('redbridge');
  await keys.holderOf(written);
  expect(await keys.list()).toEqual([expect.objectContaining({ id: 1, lastUsedAt: expect.any(Date) })]);
});

it('a new key stands beside the old one until that is revoked', async () => {
  const [old, next] = [await keys.issue('redbridge'), await keys.issue('redbridge')];
  expect(await keys.holderOf(old.written)).not.toBeNull();
  const revoked = await keys.revoke(old.key.id);
  expect(revoked!.revokedAt).toBeInstanceOf(Date);
  expect(await keys.holderOf(old.written)).toBeNull();
  expect(await keys.holderOf(next.written)).not.toBeNull();
  expect(await keys.revoke(old.key.id)).toEqual(revoked);
  expect(await keys.revoke(99)).toBeNull();
});

it.each([
  '',
  'hub_1_',
  `hub_2_${'0'.repeat(64)}`,
  `hub_1_${'0'.repeat(64)}`,
  "hub_1' OR true --",
  `hub_1_${'g'.repeat(64)}`,
])('%j is no key', async (written) => {
  await keys.issue(null);
  expect(await keys.holderOf(written)).toBeNull();
});
