import { EntitySchema, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createServiceDatabase, type ServiceDatabase } from '../../../../test/support/service-database';
import { countStatements, type StatementCount } from '../count-statements';
import { createDataSource, migrateAndLoad } from '../data-source';
import { bigintNumber } from './bigint-number';
import { instantColumn } from './instant-column';
import { readRows } from './read-rows';

class Agency {
  id!: string;
  sector!: string | null;
}

class Payment {
  id!: string;
  paidPence!: number;
  largePence!: string | null;
  paidOn!: string | null;
  recordedAt!: string;
  seenAt!: Date | null;
  parts!: object | null;
  themes!: string[];
  isFinal!: boolean;
  year!: number;
  agency!: Agency | null;
}

class Missing {
  id!: string;
}

const agencySchema = new EntitySchema<Agency>({
  ...{ name: 'Agency', tableName: 'agency', target: Agency },
  columns: { id: { type: 'text', primary: true }, sector: { type: 'text', nullable: true } },
});

const paymentSchema = new EntitySchema<Payment>({
  ...{ name: 'Payment', tableName: 'payment', target: Payment },
  columns: {
    id: { type: 'text', primary: true },
    paidPence: { type: 'bigint', name: 'paid_pence', transformer: bigintNumber },
    largePence: { type: 'bigint', name: 'large_pence', nullable: true },
    paidOn: { type: 'date', name: 'paid_on', nullable: true },
    recordedAt: instantColumn('recorded_at'),
    seenAt: { type: 'timestamptz', name: 'seen_at', nullable: true },
    parts: { type: 'jsonb', nullable: true },
    themes: { type: 'text', array: true },
    isFinal: { type: 'boolean', name: 'is_final' },
    year: { type: 'integer' },
  },
  relations: { agency: { type: 'many-to-one', target: 'Agency', joinColumn: { name: 'agency_id' } } },
});

const missingSchema = new EntitySchema<Missing>({
  ...{ name: 'Missing', tableName: 'missing', target: Missing },
  columns: { id: { type: 'text', primary: true } },
});

class CreatePayments1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query(`
      CREATE TABLE agency (id text PRIMARY KEY, sector text);
      CREATE TABLE payment (
        id text PRIMARY KEY, paid_pence bigint NOT NULL, large_pence bigint, paid_on date, recorded_at timestamptz NOT NULL,
        seen_at timestamptz, parts jsonb, themes text[] NOT NULL, is_final boolean NOT NULL, year integer NOT NULL,
        agency_id text REFERENCES agency);
      INSERT INTO agency VALUES ('police', 'POLICE'), ('trust', NULL);
      INSERT INTO payment VALUES
        ('a', 120, 9007199254740993, '2026-03-31', '2026-03-31 23:30:00.123456+01', '2025-10-26 01:30+00',
         '{"of": [1.5, null, "\u20ac"]}', '{"Knives, \\"and\\" forks",NULL,null}', true, -3, 'police'),
        ('b', 0, NULL, NULL, '1999-12-31 23:59:59+00', NULL, NULL, '{}', false, 0, 'trust'),
        ('c', -5, 1, '0099-01-02', '2026-01-01 00:00:00+00', NULL, 'null', '{c}', false, 7, NULL)`);
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.query('DROP TABLE payment; DROP TABLE agency');
  }
}

const entities = [agencySchema, paymentSchema, missingSchema];
const definition = { name: 'toy', database: { entities, migrations: [CreatePayments1700000000000] } };

let database: ServiceDatabase;
let dataSource: DataSource;
let statements: StatementCount;

beforeAll(async () => {
  database = await createServiceDatabase({ isAudited: false });
  dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, definition, { demo: false });
  statements = countStatements(dataSource);
});
beforeEach(() => statements.reset());
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test('a row is what TypeORM makes of it, whatever its columns hold', async () => {
  const reading = { order: { id: 'ASC' }, relations: { agency: true } } as const;
  const found = await dataSource.getRepository(Payment).find(reading);
  const read = await readRows(dataSource, Payment, reading);
  expect(read).toEqual(found);
  expect(read[0]).toBeInstanceOf(Payment);
  expect(read[0]!.agency).toBeInstanceOf(Agency);
  expect(read.map(({ agency }) => agency?.id ?? null)).toEqual(['police', 'trust', null]);
});

test('what is wanted at one moment is one statement, each with its own order, limit and values', async () => {
  const [latest, agencies, some, none] = await Promise.all([
    readRows(dataSource, Payment, { order: { year: 'DESC', id: 'DESC' }, limit: 2 }),
    readRows(dataSource, Agency, { order: { id: 'DESC' } }),
    readRows(dataSource, Payment, { among: { property: 'id', values: ['b', 'c'] }, order: { id: 'DESC' } }),
    readRows(dataSource, Payment, { behind: [-3, 'a'], order: { year: 'DESC', id: 'DESC' } }),
  ]);
  expect([latest, agencies, some, none].map((rows) => rows.map(({ id }) => id))).toEqual([
    ['c', 'b'],
    ['trust', 'police'],
    ['c', 'b'],
    [],
  ]);
  expect(statements.count()).toBe(1);
});

test('what cannot be read fails alone', async () => {
  const wanted = [
    readRows(dataSource, Agency, {}),
    readRows(dataSource, Missing, {}),
    readRows(dataSource, Payment, {}),
  ];
  const [agencies, missing, payments] = await Promise.allSettled<object[]>(wanted);
  expect(agencies).toMatchObject({ status: 'fulfilled', value: [{}, {}] });
  expect(missing).toMatchObject({ status: 'rejected', reason: { driverError: { code: '42P01' } } });
  expect(payments).toMatchObject({ status: 'fulfilled', value: [{}, {}, {}] });
});
