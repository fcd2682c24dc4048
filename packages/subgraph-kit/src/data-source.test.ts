import { randomUUID } from 'node:crypto';
import { DataSource, EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { countStatements } from './count-statements';
import { createDataSource, migrateAndLoad } from './data-source';

class Seat {
  id!: string;
  holder!: string;
}

const seats = new EntitySchema<Seat>({
  name: 'Seat',
  tableName: 'seat',
  target: Seat,
  columns: { id: { type: 'text', primary: true }, holder: { type: 'text' } },
});

class CreateSeats1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('CREATE TABLE seat (id text PRIMARY KEY, holder text NOT NULL)');
  }

  async down(queryRunner: QueryRunner) {
    await queryRunner.query('DROP TABLE seat');
  }
}

const definition = {
  name: 'toy',
  database: { entities: [seats], migrations: [CreateSeats1700000000000] },
  load: jest.fn(async (manager, { demo }) => {
    await manager.upsert(Seat, { id: 'chair', holder: demo ? 'somebody' : 'nobody' }, ['id']);
  }),
} satisfies Parameters<typeof createDataSource>[0] & Parameters<typeof migrateAndLoad>[1];

const databaseName = `kit_${randomUUID().replaceAll('-', '')}`;
const sources: DataSource[] = [];
let admin: DataSource;
let databaseUrl: string;

beforeAll(async () => {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (!adminUrl) {
    throw new Error('TEST_DATABASE_URL is missing. Set it to the URL of a PostgreSQL role that may create databases.');
  }
  admin = await new DataSource({ type: 'postgres', url: adminUrl }).initialize();
  await admin.query(`CREATE DATABASE ${databaseName}`);
  const url = new URL(adminUrl);
  url.pathname = `/${databaseName}`;
  databaseUrl = url.href;
});

afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await admin?.query(`DROP DATABASE IF EXISTS ${databaseName}`);
  await admin?.destroy();
});

function open(poolSize = 10): DataSource {
  const source = createDataSource(definition, databaseUrl, { poolSize });
  sources.push(source);
  return source;
}

/** Other suites hold locks in databases of their own. */
const LOCKS = `SELECT count(*)::int FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
  WHERE locktype = 'advisory' AND datname = current_database()`;

test('two processes that start at once migrate once, and load one after the other', async () => {
  const [one, other] = [open(1), open(1)];
  await Promise.all([
    migrateAndLoad(one, definition, { demo: true }),
    migrateAndLoad(other, definition, { demo: true }),
  ]);
  expect(definition.load).toHaveBeenCalledTimes(2);
  expect(await one.query('SELECT name FROM migrations ORDER BY id')).toEqual([
    { name: 'CreateSeats1700000000000' },
    { name: 'CursorKey1764371000000' },
    { name: 'RecordChanges1764400000000' },
    { name: 'ReferenceKey1764400000001' },
    { name: 'FactsChanged1764420000000' },
    { name: 'Imports1765000001000' },
    { name: 'RecordWrites1765200000000' },
  ]);
  expect(await other.query(LOCKS)).toEqual([{ count: 0 }]);
});

test('gives instances of the plain class', async () => {
  const source = open();
  await migrateAndLoad(source, definition, { demo: false });
  const seat = await source.getRepository(Seat).findOneByOrFail({ id: 'chair' });
  expect(seat).toBeInstanceOf(Seat);
  expect(seat).toEqual({ id: 'chair', holder: 'nobody' });
});

test('leaves the data as it was, and no lock, when load fails', async () => {
  const source = open();
  const failing = {
    ...definition,
    load: async (manager: Parameters<typeof definition.load>[0]) => {
      await manager.delete(Seat, { id: 'chair' });
      throw new Error('bad facts');
    },
  };
  await expect(migrateAndLoad(source, failing, { demo: false })).rejects.toThrow('bad facts');
  expect(await source.getRepository(Seat).count()).toBe(1);
  expect(await source.query(LOCKS)).toEqual([{ count: 0 }]);
});

test('counts the statements of a data source', async () => {
  const source = await open().initialize();
  const counted = countStatements(source);
  await source.getRepository(Seat).find();
  await source.getRepository(Seat).find();
  expect(counted.count()).toBe(2);
  expect(counted.statements[0]).toMatch(/^SELECT .* FROM "seat"/);
  counted.reset();
  expect(counted.count()).toBe(0);
});
