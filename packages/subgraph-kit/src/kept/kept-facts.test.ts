import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { EntitySchema, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createServiceDatabase, type ServiceDatabase } from '../../../../test/support/service-database';
import { runSql } from '../../../../test/support/test-database';
import { countStatements, type StatementCount } from '../count-statements';
import { createDataSource, migrateAndLoad } from '../data-source';
import { wholeTable } from '../recording/whole-table';
import type { SubgraphContext } from '../subgraph-context';
import { KeptFacts } from './kept-facts';

const logger = pino({ level: 'silent' });

class Body {
  id!: string;
  seats!: string[];
}

const bodySchema = new EntitySchema<Body>({
  ...{ name: 'Body', tableName: 'body', target: Body },
  columns: { id: { type: 'text', primary: true }, seats: { type: 'jsonb' } },
});

class CreateBodies1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('CREATE TABLE body (id text PRIMARY KEY, seats jsonb NOT NULL)');
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.query('DROP TABLE body');
  }
}

const definition = {
  name: 'toy',
  database: { entities: [bodySchema], facts: [bodySchema], migrations: [CreateBodies1700000000000] },
};
const bodies = wholeTable(Body, { order: { id: 'ASC' } });

let database: ServiceDatabase;
let dataSource: DataSource;
let facts: KeptFacts;
let statements: StatementCount;
/** So that a test which fails does not look for ever. */
let isOver: boolean;

beforeEach(async () => {
  isOver = false;
  database = await createServiceDatabase({ isAudited: false });
  dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, definition, { demo: false });
  await write(`INSERT INTO body VALUES ('board', '["chair"]')`);
  facts = new KeptFacts(dataSource, definition.database.facts);
  statements = countStatements(dataSource);
});
afterEach(async () => {
  isOver = true;
  await facts.stop();
  await dataSource.destroy();
  await database.drop();
});

/** As somebody else does, who knows nothing of the service. */
const write = (sql: string) => runSql(database.adminUrl, sql);

/** What a request of its own is given. */
const ask = async (from = facts): Promise<unknown[]> =>
  (await bodies({ dataSource, facts: from } as SubgraphContext)).map(({ id, seats }) => [id, seats]);

async function isRead(from = facts): Promise<boolean> {
  const before = read();
  await ask(from);
  return read() > before;
}
const read = () => statements.statements.filter((sql) => sql.includes('"body"')).length;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!isOver && !(await holds())) await after(5);
}
const untilKept = () => until(async () => !(await isRead()));
const untilTold = (told: unknown[]) => until(async () => JSON.stringify(await ask()) === JSON.stringify(told));

test.each([
  ['a changed row', `UPDATE body SET seats = '["deputy"]'`, [['board', ['deputy']]]],
  [
    'a new row',
    `INSERT INTO body VALUES ('forum', '[]')`,
    [
      ['board', ['chair']],
      ['forum', []],
    ],
  ],
  ['a row that goes', 'DELETE FROM body', []],
  ['a table that is emptied', 'TRUNCATE body', []],
  [
    'a restore that leaves triggers out',
    `SET session_replication_role = replica; UPDATE body SET seats = '["restored"]'`,
    [['board', ['restored']]],
  ],
])('facts are read once and no more, until SQL of somebody else changes them: %s', async (_, sql, told) => {
  facts.start(logger);
  await untilKept();
  expect(await ask()).toEqual([['board', ['chair']]]);
  await write(sql);
  await untilTold(told);
  await untilKept();
  expect(await ask()).toEqual(told);
});

test('a change that is rolled back is none', async () => {
  facts.start(logger);
  await untilKept();
  await write(`BEGIN; DELETE FROM body; ROLLBACK`);
  expect(await isRead()).toBe(false);
  expect(await ask()).toEqual([['board', ['chair']]]);
});

test('each start says that facts may have changed, also where it wrote none', async () => {
  facts.start(logger);
  await untilKept();
  // As a migration does, of which no trigger tells.
  await write(`ALTER TABLE body ALTER seats TYPE jsonb USING '["migrated"]'`);
  const later = createDataSource(definition, database.url);
  await migrateAndLoad(later, definition, { demo: false });
  await later.destroy();
  await untilTold([['board', ['migrated']]]);
});

test('a table that was made anew without its trigger has one after the next start', async () => {
  await write('DROP TRIGGER facts_changed ON body');
  await migrateAndLoad(dataSource, definition, { demo: false });
  facts.start(logger);
  await untilKept();
  await write('DELETE FROM body');
  await untilTold([]);
});

test('nothing is kept while the listening connection is lost, and what changed meanwhile is told', async () => {
  facts.start(logger);
  await untilKept();
  const listening = `FROM pg_stat_activity WHERE application_name = 'hub-toy' AND query LIKE 'LISTEN%'`;
  await write(`SELECT pg_terminate_backend(pid) ${listening}`);
  await until(() => isRead());
  await write(`UPDATE body SET seats = '["deputy"]'`);
  expect(await ask()).toEqual([['board', ['deputy']]]);
  await untilKept();
  expect(await ask()).toEqual([['board', ['deputy']]]);
});

test('nothing is kept where a change would not be heard, as behind a proxy that shares sessions out', async () => {
  const deaf: DataSource = Object.create(dataSource, { query: { value: async () => [] } });
  const unproved = new KeptFacts(deaf, definition.database.facts);
  unproved.start(logger);
  // Another listens over the same connection, and is proved by then.
  facts.start(logger);
  await untilKept();
  expect([await isRead(unproved), await isRead(unproved)]).toEqual([true, true]);
  await unproved.stop();
});

test('what is read while it changes is not kept', async () => {
  facts.start(logger);
  await untilKept();
  await facts.read('probe', async () => [{ kept: true }]);
  await facts.read('reader', async () => {
    await write('DELETE FROM body');
    await until(async () => facts.get('probe') === undefined);
    return [{ id: 'board' }];
  });
  expect(facts.get('reader')).toBeUndefined();
  await facts.read('reader', async () => [{ id: 'later' }]);
  expect(facts.get('reader')).toEqual([{ id: 'later' }]);
});

test('nobody changes what all share', async () => {
  facts.start(logger);
  await untilKept();
  const [board] = await bodies({ dataSource, facts } as SubgraphContext);
  expect(() => board!.seats.push('intruder')).toThrow(TypeError);
});

test('what was not used gives way to what is read, and what alone is more than may be kept is read each time', async () => {
  await facts.stop();
  facts = new KeptFacts(dataSource, definition.database.facts, 100);
  facts.start(logger);
  await untilKept();
  for (const name of ['first', 'second', 'first', 'third']) {
    if (!facts.get(name)) await facts.read(name, async () => [{ of: 'some thirty characters' }]);
  }
  expect(['first', 'second', 'third'].map((name) => facts.get(name) !== undefined)).toEqual([true, false, true]);
  await write(`INSERT INTO body SELECT 'body ' || n, '[]' FROM generate_series(1, 10) AS n`);
  await until(async () => (await ask()).length === 11);
  expect([await isRead(), await isRead()]).toEqual([true, true]);
});
