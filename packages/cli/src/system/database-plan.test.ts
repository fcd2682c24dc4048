import { databasePlan, databaseVariable, hostOf, withoutDatabases } from './database-plan';

const URL = 'postgres://admin:very-secret@db.example:5433/postgres';

test('without variables everything comes from the embedded PostgreSQL', () => {
  expect(databasePlan({}, ['lambeth'])).toEqual({ given: new Map(), provisioned: ['lambeth'], admin: null });
});

test('a subgraph with a database of its own is not provisioned, and with all given no administrator is needed', () => {
  const env = { DATABASE_URL: URL, DATABASE_URL_TRI_BOROUGH: URL };
  expect(databasePlan(env, ['lambeth', 'tri-borough'])).toMatchObject({ provisioned: ['lambeth'], admin: URL });
  expect(databasePlan(env, ['tri-borough'])).toMatchObject({ provisioned: [], admin: null });
});

test.each(['mysql://a:very-secret@b/c', 'very-secret'])('a wrong URL is named by its variable, not shown', (value) => {
  const plan = () => databasePlan({ [databaseVariable('tri-borough')]: value }, ['tri-borough']);
  expect(plan).toThrow('DATABASE_URL_TRI_BOROUGH is not a PostgreSQL URL');
  expect(plan).not.toThrow('very-secret');
});

test('children inherit no address of a database', () => {
  const env = { DATABASE_URL: URL, DATABASE_URL_LAMBETH: URL, PGPASSWORD: 'x', PATH: '/bin', DATABASE_URLS: 'kept' };
  expect(withoutDatabases(env)).toEqual({ PATH: '/bin', DATABASE_URLS: 'kept' });
});

test('only host and port of a URL are printable', () => expect(hostOf(URL)).toBe('db.example:5433'));
