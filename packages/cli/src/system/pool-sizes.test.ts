import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database';
import { poolSizes } from './pool-sizes';
import { roomAt, type ServerRoom } from './server-room';

const room = (server: string, available: number): ServerRoom => ({ server, host: `${server}:5432`, available });
const processesOf = (...services: string[]) => services.map((service) => ({ service }));

test('who shares a server shares what it has, and who has one alone is bounded by its own', () => {
  const boroughs = Array.from({ length: 10 }, (_, place) => `borough-${place}`);
  const rooms = new Map([
    ...boroughs.map((name) => [name, room('a', 60)] as const),
    ...['london-scp', 'gateway', 'lambeth'].map((name) => [name, room('b', 40)] as const),
  ]);
  const sizes = poolSizes(processesOf('london-scp', 'london-scp', 'lambeth', ...boroughs), rooms);
  expect(sizes.get('borough-3')).toBe(3);
  expect(sizes.get('london-scp')).toBe(7);
  expect(sizes.get('lambeth')).toBe(7);
});

test('a server without room for all is named, with what it takes', () => {
  const rooms = new Map(['london-scp', 'lambeth', 'gateway'].map((name) => [name, room('small', 12)]));
  expect(() => poolSizes(processesOf('london-scp', 'lambeth'), rooms)).toThrow(
    'PostgreSQL at small:5432 has 12 connections for the hub, and its 2 processes need 17 at least.',
  );
});

describe('the room of a server', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('is the same one by every database of it, and less what it keeps for its superuser', async () => {
    const other = await createTestDatabase();
    const rooms = [await roomAt(database.url, 'A', []), await roomAt(other.url, 'B', [])];
    await other.drop();
    expect(rooms[0]!.server).toBe(rooms[1]!.server);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ max: number }>(`SELECT current_setting('max_connections')::int AS max`);
    await client.end();
    expect(rooms[0]!.available).toBeLessThanOrEqual(rows[0]!.max - 3);
    expect(rooms[0]!.host).toBe(new URL(database.url).host);
  });

  it('counts what others hold, and not what the hub itself does', async () => {
    // The rules of the tests' server let a role open the database of its name.
    const role = new URL(database.url).pathname.slice(1);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
    const theirs = new Client({
      connectionString: Object.assign(new URL(database.url), { username: role, password: 'x' }).href,
    });
    await theirs.connect();
    // Every other session of this server is of the tests' own role.
    const ours = decodeURIComponent(new URL(database.url).username);
    const asOthers = await roomAt(database.url, 'A', [ours]);
    const asOurs = await roomAt(database.url, 'A', [ours, role]);
    expect(asOurs.available - asOthers.available).toBe(1);
    await theirs.end();
    await client.query(`DROP ROLE ${role}`);
    await client.end();
  });
});
