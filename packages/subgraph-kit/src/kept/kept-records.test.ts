import * as fc from 'fast-check';
import { Client } from 'pg';
import { EntitySchema, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createServiceDatabase, type ServiceDatabase } from '../../../../test/support/service-database';
import { countStatements, type StatementCount } from '../count-statements';
import { createDataSource, migrateAndLoad } from '../data-source';
import { forgetLoaded } from '../define-loader';
import { wholeTable } from '../recording/whole-table';
import type { SubgraphContext } from '../subgraph-context';
import { KeptRecords } from './kept-records';

class Minute {
  id!: string;
  of!: Meeting;
}
class Meeting {
  id!: string;
  heldOn!: string;
}

const meetingSchema = new EntitySchema<Meeting>({
  ...{ name: 'Meeting', tableName: 'meeting_toy', target: Meeting },
  columns: { id: { type: 'text', primary: true }, heldOn: { type: 'date', name: 'held_on' } },
});
const minuteSchema = new EntitySchema<Minute>({
  ...{ name: 'Minute', tableName: 'minute_toy', target: Minute },
  columns: { id: { type: 'text', primary: true } },
  relations: { of: { type: 'many-to-one', target: 'Meeting', joinColumn: { name: 'meeting_id' } } },
});

class CreateMeetings1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query(`
      CREATE TABLE meeting_toy (id text PRIMARY KEY, held_on date NOT NULL);
      CREATE TABLE minute_toy (id text PRIMARY KEY, meeting_id text NOT NULL REFERENCES meeting_toy ON DELETE CASCADE);
      CREATE TABLE unread_toy (id text PRIMARY KEY)`);
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.query('DROP TABLE minute_toy, meeting_toy, unread_toy');
  }
}

class MoveMeetings1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('ALTER TABLE meeting_toy ALTER held_on TYPE date USING held_on + 1');
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.query('ALTER TABLE meeting_toy ALTER held_on TYPE date USING held_on - 1');
  }
}

const definition = {
  name: 'toy',
  database: { entities: [meetingSchema, minuteSchema], migrations: [CreateMeetings1700000000000] },
};
const meetings = wholeTable(Meeting, { order: { id: 'ASC' } });
const minutes = wholeTable(Minute, { order: { id: 'ASC' }, relations: { of: true } });

let database: ServiceDatabase;
let dataSource: DataSource;
let records: KeptRecords;
let statements: StatementCount;
/** Somebody else, who knows nothing of the service. */
let other: Client;

beforeEach(async () => {
  database = await createServiceDatabase({ isAudited: false });
  dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, definition, { demo: false });
  other = await connect();
  await other.query(`INSERT INTO meeting_toy VALUES ('first', '2026-01-15')`);
  records = new KeptRecords(dataSource);
  statements = countStatements(dataSource);
});
afterEach(async () => {
  await other.end();
  await dataSource.destroy();
  await database.drop();
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  return client;
}

const request = (kept = records) => ({ dataSource, records: kept }) as SubgraphContext;
const ask = async (context = request()) => (await meetings(context)).map(({ id, heldOn }) => `${id} ${heldOn}`);
const askMinutes = async () => (await minutes(request())).map(({ id, of }) => `${id} ${of.heldOn}`);

/** Whether the table itself is read for an answer. */
async function isRead(answer: () => Promise<unknown> = ask): Promise<boolean> {
  const before = reads();
  await answer();
  return reads() > before;
}
const reads = () => statements.statements.filter((sql) => sql.includes('_toy"')).length;

test('a table is read once while nothing is written, by however many requests', async () => {
  expect(await ask()).toEqual(['first 2026-01-15']);
  expect(await isRead()).toBe(false);
  expect(await ask()).toEqual(['first 2026-01-15']);
});

test.each([
  ['a new row', `INSERT INTO meeting_toy VALUES ('second', '2026-02-15')`, ['first 2026-01-15', 'second 2026-02-15']],
  ['a changed row', `UPDATE meeting_toy SET held_on = '2026-01-16'`, ['first 2026-01-16']],
  ['a row that is gone', `DELETE FROM meeting_toy`, []],
  ['an emptied table', `TRUNCATE meeting_toy CASCADE`, []],
  [
    'a restore, which leaves triggers out',
    `SET session_replication_role = replica; UPDATE meeting_toy SET held_on = '2026-01-17'; RESET session_replication_role`,
    ['first 2026-01-17'],
  ],
])('%s is seen by the next request', async (_, sql, expected) => {
  await ask();
  await other.query(sql);
  expect(await ask()).toEqual(expected);
  expect(await isRead()).toBe(false);
});

test('what is not yet committed is not seen, and what is rolled back never', async () => {
  await ask();
  await other.query(`BEGIN; UPDATE meeting_toy SET held_on = '2026-03-01'`);
  expect(await ask()).toEqual(['first 2026-01-15']);
  await other.query('ROLLBACK');
  expect(await ask()).toEqual(['first 2026-01-15']);
});

test('of two transactions the one that began first is seen where it is committed last', async () => {
  const later = await connect();
  await other.query(`BEGIN; INSERT INTO meeting_toy VALUES ('early', '2026-02-01')`);
  await later.query(`INSERT INTO meeting_toy VALUES ('late', '2026-02-02')`);
  expect(await ask()).toEqual(['first 2026-01-15', 'late 2026-02-02']);
  await other.query('COMMIT');
  expect(await ask()).toEqual(['early 2026-02-01', 'first 2026-01-15', 'late 2026-02-02']);
  await later.end();
});

test('rows that come with others are seen when they change', async () => {
  await other.query(`INSERT INTO minute_toy VALUES ('minutes', 'first')`);
  expect(await askMinutes()).toEqual(['minutes 2026-01-15']);
  expect(await isRead(askMinutes)).toBe(false);
  await other.query(`UPDATE meeting_toy SET held_on = '2026-01-20'`);
  expect(await askMinutes()).toEqual(['minutes 2026-01-20']);
});

test('a request that has written sees what it wrote', async () => {
  const context = request();
  expect(await ask(context)).toEqual(['first 2026-01-15']);
  await dataSource.query(`UPDATE meeting_toy SET held_on = '2026-04-01'`);
  forgetLoaded(context);
  expect(await ask(context)).toEqual(['first 2026-04-01']);
});

test('what is written to tables that are not read as a whole changes nothing', async () => {
  await ask();
  await other.query(`INSERT INTO unread_toy VALUES ('line')`);
  expect(await isRead()).toBe(false);
});

test('rows that many requests share cannot be changed', async () => {
  const [row] = await meetings(request());
  expect(() => (row!.heldOn = '2026-12-31')).toThrow(TypeError);
});

test('what is larger than there is room for is read each time', async () => {
  const small = new KeptRecords(dataSource, 10);
  await ask(request(small));
  expect(await isRead(() => ask(request(small)))).toBe(true);
});

test('the lines that tell of writes stay few', async () => {
  for (let write = 0; write < 1_050; write += 1) {
    await other.query(`UPDATE meeting_toy SET held_on = held_on + 1`);
  }
  const { rows } = await other.query<{ count: number }>('SELECT count(*)::int AS count FROM record_write');
  expect(rows[0]!.count).toBeLessThanOrEqual(500);
});

test('what a migration does to a table itself is seen, and a start that changes nothing leaves no line', async () => {
  const lines = () => other.query('SELECT * FROM record_write').then(({ rows }) => rows);
  const before = await lines();
  await migrateAndLoad(dataSource, definition, { demo: false });
  expect(await lines()).toEqual(before);
  expect(await ask()).toEqual(['first 2026-01-15']);
  const migrations = [...definition.database.migrations, MoveMeetings1700000000001];
  const later = { ...definition, database: { ...definition.database, migrations } };
  const start = createDataSource(later, database.url);
  await migrateAndLoad(start, later, { demo: false });
  await start.destroy();
  expect(await ask()).toEqual(['first 2026-01-16']);
});

test('whatever is written in however many transactions, a request sees what is committed', async () => {
  const others = [other, await connect(), await connect()];
  const step = fc.record({ who: fc.nat(2), does: fc.constantFrom('write', 'write', 'commit', 'rollback') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await other.query('TRUNCATE meeting_toy CASCADE');
      const open = new Set<number>();
      try {
        for (const [place, { who, does }] of steps.entries()) {
          if (does === 'write') {
            if (!open.has(who)) await others[who]!.query('BEGIN');
            open.add(who);
            await others[who]!.query(`INSERT INTO meeting_toy VALUES ('${place}', '2026-05-01')`);
          } else if (open.delete(who)) await others[who]!.query(does);
          const stored = await dataSource.query<{ id: string }[]>(`SELECT id FROM meeting_toy ORDER BY id`);
          expect(await ask()).toEqual(stored.map(({ id }) => `${id} 2026-05-01`));
        }
      } finally {
        for (const who of open) await others[who]!.query('ROLLBACK');
      }
    }),
    { numRuns: 40 },
  );
  await Promise.all(others.slice(1).map((one) => one.end()));
});
