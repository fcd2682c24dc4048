import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, migrateAndLoad, type SubgraphDefinition } from '@hub/subgraph-kit';
import type { DataSource } from 'typeorm';
import { createTestDatabase, runSql, type TestDatabase } from './test-database';

type Row = Record<string, unknown>;

/** The first migration that the release of 22 November 2026 (`cbb0940`) did not have. */
const FIRST_SINCE = 1_764_371_000_000;

/** Tables that are written anew from files at each start: what they say is of the release. */
const FROM_FILES = [
  ...['agency', 'body', 'clause', 'loaded_source', 'local_authority', 'partnership', 'partnership_assertion'],
  ...['partnership_coverage', 'priority', 'relation', 'seat', 'statutory_partner', 'terms_of_reference'],
  ...['learning_hub_arrangement', 'procedure'],
];

/** Tables whose rows are kept in another: who was responsible is the child's, and no longer a movement's. */
const RENAMED: Readonly<Record<string, string>> = { movement_responsibility: 'child_responsibility' };

/**
 * Shows that a database which that release filled is brought up to date with all that was recorded in it. Its rows were
 * written by that release, and are in `test/house/upgrade`.
 *
 * @param more - rows that its demonstration data did not have, as SQL.
 * @param expected - a row as it should be after, from what it was.
 */
export function describeUpgrade(
  definition: SubgraphDefinition,
  more: string,
  expected: (table: string, row: Row) => Row,
): void {
  const { name, database } = definition;
  const file = join(__dirname, `../house/upgrade/cbb0940-${name}.json`);
  const filled = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Row[]>;

  describe(`a database of ${name} that cbb0940 filled`, () => {
    let testDatabase: TestDatabase;
    let dataSource: DataSource;
    let before: Record<string, Row[]>;
    beforeAll(async () => {
      testDatabase = await createTestDatabase();
      const released = database.migrations.filter((migration) => Number(migration.name.slice(-13)) < FIRST_SINCE);
      expect(released.length).toBeLessThan(database.migrations.length);
      const old = createDataSource({ name, database: { ...database, migrations: released } }, testDatabase.url);
      // What every database has came later.
      old.setOptions({ migrations: released });
      await old.initialize();
      await old.runMigrations();
      for (const [table, rows] of Object.entries(filled)) {
        const recorded = rows.map((row) => ('is_synthetic' in row ? { ...row, is_synthetic: false } : row));
        await runSql(
          testDatabase.url,
          `SET session_replication_role = replica;
           INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, '${JSON.stringify(recorded).replaceAll("'", "''")}')`,
        );
      }
      await runSql(testDatabase.url, more);
      before = await rowsOf(old);
      await old.destroy();
      dataSource = createDataSource(definition, testDatabase.url);
      await migrateAndLoad(dataSource, definition, { demo: false });
    });
    afterAll(async () => {
      await dataSource?.destroy();
      await testDatabase?.drop();
    });

    it('has every recorded fact and its history, in the words of today', async () => {
      const now = await rowsOf(dataSource);
      const recorded = Object.entries(before).filter(([table, rows]) => rows.length > 0 && !FROM_FILES.includes(table));
      expect(recorded.length).toBeGreaterThan(10);
      for (const [table, rows] of recorded) {
        const wanted = rows.map((row) => expected(table, row));
        const columns = Object.keys(wanted[0]!);
        const isKnown = ({ id }: Row) => wanted.some((row) => row['id'] === id);
        // A fact that came with a later release stands beside.
        const found = now[RENAMED[table] ?? table]!.filter((row) => row['is_reference'] !== true || isKnown(row)).map(
          (row) => Object.fromEntries(columns.map((column) => [column, row[column]])),
        );
        expect([table, sorted(found)]).toEqual([table, sorted(wanted)]);
      }
    });

    it('has a history in which nothing has changed yet', async () => {
      expect(await dataSource.query('SELECT * FROM record_change')).toEqual([]);
    });

    it('starts again without a change', async () => {
      const now = await rowsOf(dataSource);
      await migrateAndLoad(dataSource, definition, { demo: false });
      expect(await rowsOf(dataSource)).toEqual(now);
    });
  });
}

async function rowsOf(dataSource: DataSource): Promise<Record<string, Row[]>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1`,
  );
  const rows = tables.map(async ({ name }) => {
    const found = await dataSource.query<{ row: Row }[]>(`SELECT to_jsonb(one) AS row FROM ${name} one ORDER BY 1`);
    return [name, found.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

const KEYS: Readonly<Record<string, string>> = { discovery: 'planning', manifest: 'transferPack' };
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  planning: { FOUND_OUT: 'UNPLANNED' },
  move: { RECORD_RETURN_INTERVIEW: 'RECORD_RETURN_HOME_INTERVIEW' },
  code: { RETURN_INTERVIEW: 'RETURN_HOME_INTERVIEW' },
  clock: { RETURN_INTERVIEW: 'RETURN_HOME_INTERVIEW' },
  field: KEYS,
};

/** Movements in the words of today, part by part and not by their text. */
export function inTodaysWords<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(inTodaysWords) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const key = KEYS[name] ?? name;
    return [key, typeof part === 'string' ? (VALUES[key]?.[part] ?? part) : inTodaysWords(part)];
  });
  return Object.fromEntries(parts) as Value;
}
