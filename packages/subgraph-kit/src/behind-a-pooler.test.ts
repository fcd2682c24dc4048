import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createDataSource, migrateAndLoad } from './data-source';
import { listen } from './listen';

const SUBGRAPH = { name: 'borough', database: { entities: [], migrations: [] } };

/** A pooler before a database. */
interface Pooler {
  port: number;
  close(): Promise<void>;
}

/** What PgBouncer lets a client ask for when a connection is made; of anything else it says so and hangs up. */
const LET_THROUGH =
  /^(user|database|application_name|client_encoding|datestyle|timezone|standard_conforming_strings)$/i;

/** Does at the beginning of a connection what PgBouncer does, and then passes everything on. */
async function standIn(database: URL): Promise<Pooler> {
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    sockets.push(client);
    client.on('error', () => undefined);
    client.once('data', (startup) => {
      // Length and version, then names and values, each ended by a zero.
      const parts = startup.subarray(8).toString('utf8').split('\0');
      const refused = parts.find((part, place) => place % 2 === 0 && part !== '' && !LET_THROUGH.test(part));
      if (refused !== undefined) return client.end(fatal(`unsupported startup parameter: ${refused}`));
      const upstream = createConnection(Number(database.port), database.hostname);
      sockets.push(upstream);
      upstream.on('error', () => undefined);
      upstream.write(startup);
      client.pipe(upstream).pipe(client);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fatal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** Debian's PgBouncer, as the operator's guide sets it up. */
async function pgBouncer(database: URL): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = 20_000 + (process.pid % 10_000);
  const { hostname, username, password, pathname } = database;
  const upstream = `host=${hostname} port=${database.port} user=${username} password=${decodeURIComponent(password)}`;
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]\n${pathname.slice(1)} = ${upstream}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}
unix_socket_dir =\nauth_type = any\npool_mode = session\nserver_reset_query = DISCARD ALL\n`,
  );
  // It does not run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn('pgbouncer', ['-q', ...user, config], { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  for (let isOpen = false; !isOpen && child.exitCode === null; await sleep(50)) {
    isOpen = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }
  return {
    port,
    async close() {
      child.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0;
// What the stand-in refuses is what PgBouncer does; where there is one, it is asked itself too.
const poolers = [['a stand-in', standIn] as const, ...(hasPgBouncer ? [['PgBouncer', pgBouncer] as const] : [])];

describe.each(poolers)('behind a pooler that gives each session its own connection: %s', (_name, open) => {
  let database: TestDatabase;
  let pooler: Pooler;
  let url: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    pooler = await open(new URL(database.url));
    url = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: String(pooler.port) }).href;
  });
  afterAll(async () => {
    await pooler.close();
    await database.drop();
  });

  it('a subgraph connects, migrates and loads, and its statements end at their limit', async () => {
    const dataSource = createDataSource(SUBGRAPH, url, { poolSize: 1, statementMs: 200 });
    await migrateAndLoad(dataSource, { name: 'borough' }, { demo: false });
    await expect(dataSource.query('SELECT pg_sleep(60)')).rejects.toMatchObject({ driverError: { code: '57014' } });
    await expect(dataSource.query('SHOW idle_in_transaction_session_timeout')).resolves.toEqual([
      { idle_in_transaction_session_timeout: '200ms' },
    ]);
    await dataSource.destroy();
  });

  it('what is said by NOTIFY is heard', async () => {
    const dataSource = await createDataSource(SUBGRAPH, url, { poolSize: 1 }).initialize();
    let heard = 0;
    const twice = new Promise<void>((resolve) => {
      const onHeard = () => {
        heard += 1;
        // The first is the beginning itself.
        if (heard === 1) void dataSource.query('NOTIFY news');
        else resolve();
      };
      listening = listen({ dataSource, channel: 'news', onHeard }, pino({ level: 'silent' }));
    });
    await twice;
    await listening!.stop();
    await dataSource.destroy();
  });
  let listening: ReturnType<typeof listen> | undefined;
});
