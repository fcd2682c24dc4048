import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fakeWorkspace, until } from '../../testing/fake-workspace';
import { query } from '../../testing/query';
import { pidsOf, standInSystem } from '../../testing/stand-in-system';
import { removeHubHome } from './hub-home';
import { isAlive } from './process-identity';
import type { RunningHub } from './start-hub';

const system = standInSystem();
const { start, environmentOf, expectNothingLeft } = system;

test('a first start makes all that it needs and starts every process, and stop leaves none', async () => {
  await removeHubHome(system.workspace.home);
  const hub = await start({ demo: false });
  expect([...hub.subgraphs.keys()]).toEqual(['london-scp', 'lambeth', 'tri-borough']);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  const pids = pidsOf(hub);
  expect(pids).toHaveLength(5);
  await Promise.all([hub.stop(), hub.stop()]);
  await expect(hub.exited).resolves.toEqual({ code: 0, reason: null });
  expectNothingLeft(pids);
});

test('each process gets its own environment and no other database', async () => {
  const hub = await start({ env: { ...process.env, PGPASSWORD: 'x' } });
  const lambeth = environmentOf('lambeth');
  expect(lambeth).toMatchObject({ HOST: '127.0.0.1', HUB_DEMO: '1', DATABASE_URL: hub.databaseUrl('lambeth') });
  expect(lambeth).not.toHaveProperty('PGPASSWORD');
  const gateway = environmentOf('gateway');
  expect(gateway).toMatchObject({ PORT: String(hub.gateway.port), SUPERGRAPH_CACHE: join(hub.home, 'supergraph') });
  expect(gateway.SUBGRAPHS).toMatch(/^london-scp=http:\/\/127\.0\.0\.1:\d+\/graphql,lambeth=.*,tri-borough=/);
  expect(gateway.DATABASE_URL).toMatch(/^postgres:\/\/gateway:\w+@127\.0\.0\.1:\d+\/london-scp$/);
  expect(statSync(join(system.workspace.home, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test("a partnership's process knows the hub and has a token for it, also when it was started again", async () => {
  const theirs = { HUB_URL: 'http://theirs', HUB_TOKEN_FILE: '/theirs' };
  const hub = await start({ env: { ...process.env, ...theirs, MOVEMENT_RETENTION_DAYS: '365' } });
  const relayOf = (name: string) => {
    const { HUB_URL, HUB_TOKEN_FILE, PORT, MOVEMENT_RETENTION_DAYS } = environmentOf(name);
    return { HUB_URL, HUB_TOKEN_FILE, PORT, MOVEMENT_RETENTION_DAYS };
  };
  const before = relayOf('lambeth');
  expect(before).toEqual({
    HUB_URL: hub.url,
    HUB_TOKEN_FILE: join(system.workspace.home, 'identity/relay/lambeth.jwt'),
    PORT: String(hub.subgraphs.get('lambeth')!.port),
    MOVEMENT_RETENTION_DAYS: '365',
  });
  for (const name of ['london-scp', 'gateway']) {
    expect(environmentOf(name)).not.toHaveProperty('HUB_URL');
    expect(environmentOf(name)).not.toHaveProperty('HUB_TOKEN_FILE');
  }
  writeFileSync(join(system.workspace.home, 'logs/lambeth.log'), '');
  hub.kill('lambeth', 'SIGKILL');
  await until('lambeth runs again', () => system.lines.join('\n').includes('lambeth runs again'));
  expect(relayOf('lambeth')).toEqual(before);
});

test('a subgraph has one thread to work in, and the gateway those of V8 too', async () => {
  const hub = await start();
  const flagsOf = (pid: number | undefined) =>
    execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  for (const { pid } of hub.subgraphs.values()) expect(flagsOf(pid)).toContain(' --single-threaded ');
  expect(flagsOf(hub.gateway.pid)).not.toContain('--single-threaded');
});

test("an operator's directory of partnerships is given to the London SCP alone, by its whole path", async () => {
  await start({ env: { ...process.env, PARTNERSHIP_DIRECTORY: 'partnerships.yaml' } });
  expect(environmentOf('london-scp')).toMatchObject({ PARTNERSHIP_DIRECTORY: resolve('partnerships.yaml') });
  for (const name of ['lambeth', 'gateway']) expect(environmentOf(name)).not.toHaveProperty('PARTNERSHIP_DIRECTORY');
});

test('without a relay no process is told of a hub to exchange movements with', async () => {
  await start({ relay: false });
  for (const name of ['lambeth', 'tri-borough', 'london-scp', 'gateway']) {
    expect(environmentOf(name)).not.toHaveProperty('HUB_URL');
    expect(environmentOf(name)).not.toHaveProperty('HUB_TOKEN_FILE');
  }
});

test('what belongs to one process reaches no other, even from the environment of the start', async () => {
  const foreign = {
    GATEWAY_KEYS: '/theirs',
    PSEUDONYM_KEYS: '/theirs',
    DEVELOPMENT_ISSUER_KEYS: '/theirs',
    WEBHOOK_KEYS: '/theirs',
  };
  await start({ env: { ...process.env, ...foreign } });
  const inIdentity = (name: string) => join(system.workspace.home, 'identity', name);
  const keysOf = (name: string) => {
    const { GATEWAY_KEYS, HUB_JWKS, PSEUDONYM_KEYS, DEVELOPMENT_ISSUER_KEYS, ...more } = environmentOf(name);
    const { TOKEN_ISSUER, WEBHOOK_KEYS } = more;
    return { GATEWAY_KEYS, HUB_JWKS, PSEUDONYM_KEYS, DEVELOPMENT_ISSUER_KEYS, TOKEN_ISSUER, WEBHOOK_KEYS };
  };
  expect(keysOf('gateway')).toEqual({
    GATEWAY_KEYS: inIdentity('hub-keys.json'),
    DEVELOPMENT_ISSUER_KEYS: inIdentity('issuer-keys.json'),
    TOKEN_ISSUER: 'london-scp-hub-development',
  });
  expect(keysOf('london-scp')).toEqual({
    HUB_JWKS: inIdentity('hub-jwks.json'),
    WEBHOOK_KEYS: inIdentity('webhook-keys.json'),
  });
  const partnership = {
    HUB_JWKS: inIdentity('hub-jwks.json'),
    PSEUDONYM_KEYS: inIdentity('pseudonym-keys.json'),
    TOKEN_ISSUER: 'london-scp-hub-development',
  };
  expect(keysOf('lambeth')).toEqual(partnership);
  expect(keysOf('tri-borough')).toEqual(partnership);
});

test('with a configured issuer gateway and partnerships hear of it, and the hub makes no tokens', async () => {
  const issuer = { TOKEN_ISSUER: 'https://login.example', TOKEN_JWKS: 'https://login.example/jwks' };
  const hub = await start({ env: { ...process.env, ...issuer, TOKEN_ALGORITHMS: 'ES256' } });
  expect(environmentOf('gateway')).toMatchObject({ ...issuer, TOKEN_ALGORITHMS: 'ES256' });
  expect(environmentOf('gateway')).not.toHaveProperty('DEVELOPMENT_ISSUER_KEYS');
  expect(environmentOf('lambeth')).toMatchObject({ ...issuer, TOKEN_ALGORITHMS: 'ES256' });
  expect(environmentOf('london-scp')).not.toHaveProperty('TOKEN_JWKS');
  expect(hub.hasDevelopmentIssuer).toBe(false);
  await expect(hub.token('analyst')).rejects.toThrow('takes tokens of https://login.example');
});

test('a state folder of before there was identity starts again, and gets what it lacks', async () => {
  const first = await start();
  const secrets = join(system.workspace.home, 'secrets.json');
  const { passwords } = JSON.parse(readFileSync(secrets, 'utf8')) as { passwords: Record<string, string> };
  const admin = new URL(first.databaseUrl('london-scp'));
  Object.assign(admin, { username: 'hub_admin', password: passwords.hub_admin });
  await query(
    admin.href,
    'DROP SCHEMA audit CASCADE; REVOKE ALL ON DATABASE "london-scp" FROM gateway; DROP ROLE gateway',
  );
  await first.stop();
  delete passwords.gateway;
  writeFileSync(secrets, JSON.stringify({ passwords }));
  rmSync(join(system.workspace.home, 'identity'), { recursive: true });
  await start();
  expect(await query(environmentOf('gateway').DATABASE_URL!, 'SELECT FROM audit.access_record')).toEqual([]);
  expect(environmentOf('gateway')).toHaveProperty('GATEWAY_KEYS');
});

test('a later start keeps data and passwords', async () => {
  const first = await start();
  const password = (hub: RunningHub) => new URL(hub.databaseUrl('tri-borough')).password;
  await query(first.databaseUrl('tri-borough'), 'CREATE TABLE kept AS SELECT 7 AS fact');
  await first.stop();
  const second = await start();
  expect(password(second)).toBe(password(first));
  expect(await query(second.databaseUrl('tri-borough'), 'SELECT fact FROM kept')).toEqual([{ fact: 7 }]);
});

test('a second start beside the first is refused, and the first goes on', async () => {
  const hub = await start();
  await expect(start({ port: hub.gateway.port })).rejects.toThrow(`The hub already runs at ${hub.url}`);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
});

test('a process is on the same port at the next start, so that the address of an own API stays', async () => {
  const first = await start();
  const before = [...first.subgraphs].map(([name, { port, ownUrl }]) => [name, port, ownUrl]);
  expect(before).toEqual([
    ['london-scp', expect.any(Number), null],
    ['lambeth', expect.any(Number), `http://127.0.0.1:${first.subgraphs.get('lambeth')!.port}/own/graphql`],
    ['tri-borough', expect.any(Number), expect.stringMatching(/\/own\/graphql$/)],
  ]);
  await first.stop();
  const second = await start();
  expect([...second.subgraphs].map(([name, { port, ownUrl }]) => [name, port, ownUrl])).toEqual(before);
});

test('a port that another program holds is said before anything is started', async () => {
  await removeHubHome(system.workspace.home);
  const other = createServer().listen(0, '127.0.0.1');
  await until('listening', () => other.listening);
  const { port } = other.address() as { port: number };
  await expect(start({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`);
  other.close();
  expectNothingLeft([]);
  expect(existsSync(join(system.workspace.home, 'postgres'))).toBe(false);
});

test('a London SCP that does not start is shown with the last lines of its log, and nothing is left', async () => {
  system.workspace.write('london-scp', `console.error('migration 7 failed'); process.exit(2)`);
  await expect(start()).rejects.toThrow(/london-scp did not start: it ended \(code 2\)\.\n {2}\| migration 7 failed\n/);
  expectNothingLeft([]);
  expect(existsSync(join(system.workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('a start that is ended half-way leaves nothing', async () => {
  system.workspace.write('lambeth', `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)`);
  const ending = new AbortController();
  const starting = start({ signal: ending.signal });
  setTimeout(() => ending.abort(), 2500);
  await expect(starting).rejects.toMatchObject({ code: 'ENDED' });
  expectNothingLeft([]);
  expect(existsSync(join(system.workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('a process that ignores SIGTERM is killed', async () => {
  const gateway = readFileSync(join(system.workspace.root, 'gateway/dist/main.js'), 'utf8');
  system.workspace.write(
    'lambeth',
    `${gateway}; process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => {})`,
  );
  const hub = await start();
  const pids = pidsOf(hub);
  await hub.stop();
  expectNothingLeft(pids);
});

describe('the hub is killed', () => {
  /** A hub in a process of its own. */
  async function startElsewhere(): Promise<{ pid: number; pids: number[] }> {
    const index = resolve(__dirname, '../../dist/index.js');
    const options = JSON.stringify({ workspace: system.workspace.root, home: system.workspace.home, port: 0 });
    const source = `require(${JSON.stringify(index)}).startHub(${options}).then((hub) => console.log(JSON.stringify(
      [hub.gateway.pid, hub.postgres.pid, ...[...hub.subgraphs.values()].map((s) => s.pid)])))`;
    const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until('the hub runs', () => output.endsWith('\n'));
    return { pid: child.pid!, pids: JSON.parse(output) as number[] };
  }

  test('its children end, PostgreSQL with them, and the lock is taken over', async () => {
    const { pid, pids } = await startElsewhere();
    process.kill(pid, 'SIGKILL');
    await until('all end', () => !pids.some(isAlive));
    expect(existsSync(join(system.workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
    await start();
  });

  test('its children find the PostgreSQL that was started again while it ran', async () => {
    const { pid, pids } = await startElsewhere();
    const pidFile = join(system.workspace.home, 'postgres/data/postmaster.pid');
    const noted = () => Number.parseInt(existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : '', 10);
    const [, first] = pids;
    process.kill(first!, 'SIGKILL');
    await until('another runs', () => noted() > 0 && noted() !== first);
    const second = noted();
    process.kill(pid, 'SIGKILL');
    await until('all end', () => ![...pids, second].some(isAlive));
    expect(existsSync(pidFile)).toBe(false);
  });

  test('with all its children at once: the next start ends the PostgreSQL that is left', async () => {
    const { pid, pids } = await startElsewhere();
    const [gateway, postgres, ...subgraphs] = pids as [number, number, ...number[]];
    for (const child of [gateway, ...subgraphs]) process.kill(child, 'SIGSTOP');
    process.kill(pid, 'SIGKILL');
    for (const child of [gateway, ...subgraphs]) process.kill(child, 'SIGKILL');
    await until('hub and children are gone', () => ![pid, gateway, ...subgraphs].some(isAlive));
    expect(isAlive(postgres)).toBe(true);
    const hub = await start();
    expect(isAlive(postgres)).toBe(false);
    expect(system.lines.join('\n')).toContain('Ended the PostgreSQL that an earlier start left running');
    expect(isAlive(hub.postgres!.pid!)).toBe(true);
  });

  test("a stale postmaster.pid that names somebody else's process stops nobody", async () => {
    await (await start()).stop();
    writeFileSync(join(system.workspace.home, 'postgres/data/postmaster.pid'), `${process.pid}\n`);
    await start();
    expect(isAlive(process.pid)).toBe(true);
  });
});

test('a server PostgreSQL takes the place of the embedded one', async () => {
  const server = await start();
  const url = new URL(server.databaseUrl('lambeth'));
  const { passwords } = JSON.parse(readFileSync(join(system.workspace.home, 'secrets.json'), 'utf8')) as {
    passwords: Record<string, string>;
  };
  Object.assign(url, { username: 'hub_admin', password: passwords.hub_admin, pathname: '/postgres' });
  const other = fakeWorkspace(['havering', 'redbridge']);
  try {
    const own = { DATABASE_URL_REDBRIDGE: server.databaseUrl('tri-borough') };
    const env = { ...process.env, DATABASE_URL: url.href, ...own };
    const hub = await start({ workspace: other.root, home: other.home, env });
    expect(hub.postgres).toBeNull();
    expect(hub.databaseUrl('redbridge')).toBe(server.databaseUrl('tri-borough'));
    expect(new URL(hub.databaseUrl('havering')).port).toBe(url.port);
    await hub.stop();
  } finally {
    await other.remove();
  }
});
