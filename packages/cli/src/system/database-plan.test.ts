import { databasePlan, databaseVariable, hostOf } from './database-plan';

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

test('the gateway records access beside the London SCP: where that database is given, its own address is needed too', () => {
  const plan = (env: NodeJS.ProcessEnv) => databasePlan(env, ['london-scp', 'lambeth']);
  expect(plan({}).given.has('gateway')).toBe(false);
  const both = plan({ DATABASE_URL_LONDON_SCP: URL, DATABASE_URL_GATEWAY: `${URL}?gateway` });
  expect(both.given.get('gateway')).toBe(`${URL}?gateway`);
  expect(both.provisioned).toEqual(['lambeth']);
  expect(() => plan({ DATABASE_URL_LONDON_SCP: URL })).toThrow('DATABASE_URL_GATEWAY is not');
  expect(() => plan({ DATABASE_URL_GATEWAY: URL })).toThrow('DATABASE_URL_LONDON_SCP is not');
});

test('only host and port of a URL are printable', () => expect(hostOf(URL)).toBe('db.example:5433'));
