import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { fakeWorkspace, STAND_IN, until, type FakeWorkspace } from '../../testing/fake-workspace';
import { isAlive } from './process-identity';
import { startHub, type RunningHub, type StartHubOptions } from './start-hub';

jest.setTimeout(120_000);

let workspace: FakeWorkspace;
let lines: string[];
let hubs: RunningHub[];

beforeEach(() => {
  workspace = fakeWorkspace(['lambeth', 'london-scp', 'tri-borough']);
  lines = [];
  hubs = [];
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  await workspace.remove();
});

async function start(options: StartHubOptions = {}): Promise<RunningHub> {
  const { root, home } = workspace;
  const hub = await startHub({ workspace: root, home, port: 0, log: (line) => lines.push(line), ...options });
  hubs.push(hub);
  return hub;
}

function pidsOf(hub: RunningHub): number[] {
  const pids = [hub.gateway.pid, hub.postgres?.pid, ...[...hub.subgraphs.values()].map(({ pid }) => pid)];
  return pids.filter((pid) => pid !== undefined);
}

function expectNothingLeft(pids: number[]): void {
  expect(pids.filter(isAlive)).toEqual([]);
  expect(existsSync(join(workspace.home, 'lock'))).toBe(false);
}

function environmentOf(name: string): Record<string, string> {
  const log = readFileSync(join(workspace.home, 'logs', `${name}.log`), 'utf8');
  return JSON.parse(
    log
      .split('\n')
      .findLast((line) => line.startsWith('env '))!
      .slice(4),
  ) as Record<string, string>;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // A session that PostgreSQL's end cuts off says so beside the answer that it then has not.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('starts every process, and stop leaves none', async () => {
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
  expect(statSync(join(workspace.home, 'secrets.json')).mode & 0o777).toBe(0o600);
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
    HUB_TOKEN_FILE: join(workspace.home, 'identity/relay/lambeth.jwt'),
    PORT: String(hub.subgraphs.get('lambeth')!.port),
    MOVEMENT_RETENTION_DAYS: '365',
  });
  for (const name of ['london-scp', 'gateway']) {
    expect(environmentOf(name)).not.toHaveProperty('HUB_URL');
    expect(environmentOf(name)).not.toHaveProperty('HUB_TOKEN_FILE');
  }
  writeFileSync(join(workspace.home, 'logs/lambeth.log'), '');
  hub.kill('lambeth', 'SIGKILL');
  await until('lambeth runs again', () => lines.join('\n').includes('lambeth runs again'));
  expect(relayOf('lambeth')).toEqual(before);
});

test('without a relay no process is told of a hub to exchange movements with', async () => {
  await start({ relay: false });
  for (const name of ['lambeth', 'tri-borough', 'london-scp', 'gateway']) {
    expect(environmentOf(name)).not.toHaveProperty('HUB_URL');
    expect(environmentOf(name)).not.toHaveProperty('HUB_TOKEN_FILE');
  }
});

test('what belongs to one process reaches no other, even from the environment of the start', async () => {
  const foreign = { GATEWAY_KEYS: '/theirs', PSEUDONYM_KEYS: '/theirs', DEVELOPMENT_ISSUER_KEYS: '/theirs' };
  await start({ env: { ...process.env, ...foreign } });
  const inIdentity = (name: string) => join(workspace.home, 'identity', name);
  const keysOf = (name: string) => {
    const { GATEWAY_KEYS, HUB_JWKS, PSEUDONYM_KEYS, DEVELOPMENT_ISSUER_KEYS, TOKEN_ISSUER } = environmentOf(name);
    return { GATEWAY_KEYS, HUB_JWKS, PSEUDONYM_KEYS, DEVELOPMENT_ISSUER_KEYS, TOKEN_ISSUER };
  };
  expect(keysOf('gateway')).toEqual({
    GATEWAY_KEYS: inIdentity('hub-keys.json'),
    DEVELOPMENT_ISSUER_KEYS: inIdentity('issuer-keys.json'),
    TOKEN_ISSUER: 'london-scp-hub-development',
  });
  expect(keysOf('london-scp')).toEqual({ HUB_JWKS: inIdentity('hub-jwks.json') });
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
  const secrets = join(workspace.home, 'secrets.json');
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
  rmSync(join(workspace.home, 'identity'), { recursive: true });
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

test('a port that another program holds is said before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await until('listening', () => other.listening);
  const { port } = other.address() as { port: number };
  await expect(start({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`);
  other.close();
  expectNothingLeft([]);
  expect(existsSync(join(workspace.home, 'postgres'))).toBe(false);
});

test('a subgraph that is killed is started again on the same port', async () => {
  const hub = await start();
  const { pid, port } = hub.subgraphs.get('lambeth')!;
  hub.kill('lambeth', 'SIGKILL');
  await until('it runs again', () => ![pid, undefined].includes(hub.subgraphs.get('lambeth')!.pid));
  expect(lines.join('\n')).toContain('lambeth ended (SIGKILL); starting it again at once');
  expect(hub.subgraphs.get('lambeth')!.port).toBe(port);
  await until('it is ready', () => lines.some((line) => line.endsWith('lambeth runs again')));
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

test('restart ends and starts one process, without counting it as a crash', async () => {
  const hub = await start();
  const { pid } = hub.subgraphs.get('lambeth')!;
  for (let i = 0; i < 6; i++) await hub.restart('lambeth');
  expect(isAlive(pid!)).toBe(false);
  expect(isAlive(hub.subgraphs.get('lambeth')!.pid!)).toBe(true);
  expect(lines.join('\n')).not.toContain('ended');
});

test('a partnership that ends again and again is tried less and less often, and the hub goes on', async () => {
  const hub = await start();
  workspace.write('lambeth', `console.log('out of luck'); process.exit(3)`);
  hub.kill('lambeth', 'SIGKILL');
  const said = () => lines.filter((line) => line.includes('lambeth ended'));
  await until('it has ended too often for the London SCP', () => said().length > 6, 120);
  expect(said().slice(1, 6)).toEqual([
    expect.stringContaining('lambeth ended (code 3); starting it again in 1 s'),
    expect.stringContaining('lambeth ended (code 3); starting it again in 2 s'),
    expect.stringContaining('lambeth ended (code 3); starting it again in 4 s'),
    expect.stringContaining('lambeth ended (code 3) for the 5th time in a row; starting it again in 8 s'),
    expect.stringContaining('lambeth ended (code 3) for the 6th time in a row; starting it again in 16 s'),
  ]);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
});

test.each(['gateway', 'london-scp'])('when %s cannot be run, the hub ends and says why', async (name) => {
  const hub = await start();
  const pids = pidsOf(hub);
  workspace.write(name, `console.log('out of luck'); process.exit(3)`);
  hub.kill(name, 'SIGKILL');
  const { code, reason } = await hub.exited;
  expect(code).toBe(1);
  expect(reason).toMatch(/^(gateway|london-scp) was started 5 times in a row and did not get ready \(code 3\)/);
  expect(reason).toMatch(/\.\n {2}\| out of luck\nLog: /);
  expectNothingLeft(pids);
});

test('who gets ready each time, and is ended as often by what it is asked, does not end the hub', async () => {
  const hub = await start();
  for (let times = 1; times <= 5; times++) {
    hub.kill('gateway', 'SIGKILL');
    await until('it runs again', () => lines.filter((line) => line.endsWith('gateway runs again')).length === times);
  }
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
});

describe('a process that hangs', () => {
  const pidIn = (hub: RunningHub, name: string) => (name === 'gateway' ? hub.gateway : hub.processes.get(name)!).pid;

  test('is ended and started again, whichever it is', async () => {
    const hub = await start({ silenceSeconds: 2 });
    const names = ['lambeth', 'london-scp', 'gateway'];
    const before = names.map((name) => pidIn(hub, name)!);
    for (const name of names) hub.kill(name, 'SIGSTOP');
    const runsAgain = (name: string) => lines.some((line) => line.endsWith(`${name} runs again`));
    await until('all run again', () => names.every(runsAgain));
    for (const name of names) {
      expect(lines.join('\n')).toContain(`${name} ended (no answer for 2 s); starting it again at once`);
    }
    expect(before.filter(isAlive)).toEqual([]);
    expect(names.map((name) => pidIn(hub, name)!).every(isAlive)).toBe(true);
  });

  test('is not one whose database is away, nor one that drops connections as it has too many', async () => {
    workspace.write('lambeth', standIn(`ready ? response.end() : (response.statusCode = 503, response.end())`));
    workspace.write('tri-borough', standIn(`ready ? response.end() : request.socket.destroy()`));
    const hub = await start({ silenceSeconds: 2 });
    const before = ['lambeth', 'tri-borough'].map((name) => pidIn(hub, name));
    // Ended for silence by the same looks, of which the two have had as many.
    for (let times = 1; times <= 2; times++) {
      hub.kill('london-scp', 'SIGSTOP');
      await until(
        'that one runs again',
        () => lines.filter((line) => line.endsWith('london-scp runs again')).length === times,
      );
    }
    expect(['lambeth', 'tri-borough'].map((name) => pidIn(hub, name))).toEqual(before);
    expect(lines.join('\n')).not.toMatch(/(lambeth|tri-borough) ended/);
  });

  /** Ready once, as the start asks it to be, and then something else. */
  function standIn(answer: string): string {
    return `let ready = true;
      require('node:http').createServer((request, response) => { ${answer}; ready = false; })
        .listen(Number(process.env.PORT), process.env.HOST);`;
  }
});

describe('two processes of the London SCP', () => {
  test('have a port, a log and a name each, and are killed and started again one by one, or together by their service', async () => {
    const hub = await start({ londonProcesses: 2 });
    expect([...hub.processes.keys()]).toEqual(['london-scp.1', 'london-scp.2', 'lambeth', 'tri-borough']);
    const [first, second] = ['london-scp.1', 'london-scp.2'].map((name) => hub.processes.get(name)!);
    expect(hub.subgraphs.get('london-scp')).toEqual(first);
    expect(environmentOf('gateway').SUBGRAPHS).toBe(
      `london-scp=${first!.url}|${second!.url},lambeth=${hub.subgraphs.get('lambeth')!.url},tri-borough=${hub.subgraphs.get('tri-borough')!.url}`,
    );
    expect(environmentOf('london-scp.2')).toMatchObject({
      PORT: String(second!.port),
      DATABASE_URL: hub.databaseUrl('london-scp'),
    });
    expect(environmentOf('london-scp.2')).not.toHaveProperty('PSEUDONYM_KEYS');

    const pids = () => ['london-scp.1', 'london-scp.2'].map((name) => hub.processes.get(name)!.pid);
    const [firstPid, secondPid] = pids();
    hub.kill('london-scp.2', 'SIGKILL');
    await until('it runs again', () => lines.some((line) => line.endsWith('london-scp.2 runs again')));
    expect(isAlive(firstPid!)).toBe(true);
    expect(isAlive(secondPid!)).toBe(false);
    hub.kill('london-scp', 'SIGKILL');
    await until('both run again', () => pids().every((pid) => pid !== undefined && pid !== firstPid && isAlive(pid)));
    const before = pids();
    await hub.restart('london-scp');
    expect(before.filter((pid) => isAlive(pid!))).toEqual([]);
    expect(pids().every((pid) => isAlive(pid!))).toBe(true);
  });

  test('one that cannot be run does not end the hub as long as the other can', async () => {
    const stays = readFileSync(join(workspace.root, 'subgraphs/london-scp/dist/main.js'), 'utf8');
    const hub = await start({ londonProcesses: 2 });
    const { port } = hub.processes.get('london-scp.2')!;
    workspace.write('london-scp', `if (process.env.PORT === '${port}') process.exit(3);\n${stays}`);
    hub.kill('london-scp', 'SIGKILL');
    await until('it has ended too often', () => lines.some((line) => /london-scp.2 ended .* 6th time/.test(line)), 120);
    expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  });
});

describe('the embedded PostgreSQL', () => {
  const restarts = () => lines.filter((line) => line.endsWith('PostgreSQL accepts connections again')).length;

  test.each(['SIGKILL', 'SIGSTOP'] as const)('is started again after %s, with its port and data', async (signal) => {
    const hub = await start({ silenceSeconds: 2 });
    await query(hub.databaseUrl('lambeth'), 'CREATE TABLE kept AS SELECT 7 AS fact');
    const { pid, port } = hub.postgres!;
    const others = pidsOf(hub).filter((other) => other !== pid);
    hub.kill('postgres', signal);
    await until('it accepts connections again', () => restarts() === 1);
    expect(hub.postgres!.port).toBe(port);
    expect(hub.postgres!.pid).not.toBe(pid);
    expect(isAlive(pid!)).toBe(false);
    expect(await query(hub.databaseUrl('lambeth'), 'SELECT fact FROM kept')).toEqual([{ fact: 7 }]);
    expect(pidsOf(hub).filter((other) => other !== hub.postgres!.pid)).toEqual(others);
  });

  test('is started again although sessions of the killed one still compute, or are stopped', async () => {
    const hub = await start();
    const url = hub.databaseUrl('lambeth');
    const ended = ['SELECT count(*) FROM generate_series(1, 1000000000000) AS endless', 'SELECT pg_sleep(3600)'].map(
      (sql) => query(url, sql).catch(() => 'ended'),
    );
    const sessions = () =>
      query(url, `SELECT pid, query FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'lambeth'`);
    await until('both are at work', async () => (await sessions()).length === 2);
    const stopped = ((await sessions()) as { pid: number; query: string }[]).find((one) =>
      one.query.includes('sleep'),
    )!;
    process.kill(stopped.pid, 'SIGSTOP');
    try {
      hub.kill('postgres', 'SIGKILL');
      await until('it accepts connections again', () => restarts() === 1);
      expect(isAlive(stopped.pid)).toBe(false);
    } finally {
      if (isAlive(stopped.pid)) process.kill(stopped.pid, 'SIGKILL');
    }
    expect(await Promise.all(ended)).toEqual(['ended', 'ended']);
  });

  test('no process is started while it is away, and none is given up for it', async () => {
    const hub = await start();
    workspace.write(
      'lambeth',
      `require('node:net').connect(new URL(process.env.DATABASE_URL).port, '127.0.0.1')
      .on('error', () => process.exit(3)).on('connect', () => { ${STAND_IN} });`,
    );
    hub.kill('postgres', 'SIGKILL');
    // Two ends at once may be noticed in either order.
    await until('its end is known', () => lines.some((line) => line.includes('PostgreSQL ended')));
    hub.kill('lambeth', 'SIGKILL');
    await until('it runs again', () => lines.some((line) => line.endsWith('lambeth runs again')));
    expect(lines.filter((line) => line.includes('lambeth ended'))).toHaveLength(1);
  });

  test('ends the hub when it cannot be started again', async () => {
    const hub = await start();
    const pids = pidsOf(hub);
    writeFileSync(join(workspace.home, 'postgres/data/global/pg_control'), 'no such thing');
    hub.kill('postgres', 'SIGKILL');
    const { code, reason } = await hub.exited;
    expect(code).toBe(1);
    expect(reason).toMatch(
      /^PostgreSQL ended \(SIGKILL\), and was not started again\. The embedded PostgreSQL did not start/,
    );
    expectNothingLeft(pids);
  });

  test('ends the hub when it ends again and again', async () => {
    const hub = await start();
    for (let times = 1; times < 5; times++) {
      hub.kill('postgres', 'SIGKILL');
      await until('it accepts connections again', () => restarts() === times);
    }
    hub.kill('postgres', 'SIGKILL');
    const { code, reason } = await hub.exited;
    expect(code).toBe(1);
    expect(reason).toMatch(/^PostgreSQL ended 5 times in a row \(SIGKILL\)\.\nLog: /);
    // What was killed in the middle is repaired by the next start.
    await start();
  });
});

test('a subgraph that does not start is shown with the last lines of its log, and nothing is left', async () => {
  workspace.write('lambeth', `console.error('migration 7 failed'); process.exit(2)`);
  await expect(start()).rejects.toThrow(/lambeth did not start: it ended \(code 2\)\.\n {2}\| migration 7 failed\n/);
  expectNothingLeft([]);
  expect(existsSync(join(workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('a start that is ended half-way leaves nothing', async () => {
  workspace.write('lambeth', `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)`);
  const ending = new AbortController();
  const starting = start({ signal: ending.signal });
  setTimeout(() => ending.abort(), 2500);
  await expect(starting).rejects.toMatchObject({ code: 'ENDED' });
  expectNothingLeft([]);
  expect(existsSync(join(workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('a process that ignores SIGTERM is killed', async () => {
  const gateway = readFileSync(join(workspace.root, 'gateway/dist/main.js'), 'utf8');
  workspace.write('lambeth', `${gateway}; process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => {})`);
  const hub = await start();
  const pids = pidsOf(hub);
  await hub.stop();
  expectNothingLeft(pids);
});

describe('the hub is killed', () => {
  /** A hub in a process of its own. */
  async function startElsewhere(): Promise<{ pid: number; pids: number[] }> {
    const index = resolve(__dirname, '../../dist/index.js');
    const options = JSON.stringify({ workspace: workspace.root, home: workspace.home, port: 0 });
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
    expect(existsSync(join(workspace.home, 'postgres/data/postmaster.pid'))).toBe(false);
    await start();
  });

  test('its children find the PostgreSQL that was started again while it ran', async () => {
    const { pid, pids } = await startElsewhere();
    const pidFile = join(workspace.home, 'postgres/data/postmaster.pid');
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
    expect(lines.join('\n')).toContain('Ended the PostgreSQL that an earlier start left running');
    expect(isAlive(hub.postgres!.pid!)).toBe(true);
  });

  test("a stale postmaster.pid that names somebody else's process stops nobody", async () => {
    await (await start()).stop();
    writeFileSync(join(workspace.home, 'postgres/data/postmaster.pid'), `${process.pid}\n`);
    await start();
    expect(isAlive(process.pid)).toBe(true);
  });
});

test('a server PostgreSQL takes the place of the embedded one', async () => {
  const server = await start();
  const url = new URL(server.databaseUrl('lambeth'));
  const { passwords } = JSON.parse(readFileSync(join(workspace.home, 'secrets.json'), 'utf8')) as {
    passwords: Record<string, string>;
  };
  Object.assign(url, { username: 'hub_admin', password: passwords.hub_admin, pathname: '/postgres' });
  const other = fakeWorkspace(['havering', 'redbridge']);
  try {
    const own = { DATABASE_URL_REDBRIDGE: server.databaseUrl('tri-borough') };
    const env = { ...process.env, DATABASE_URL: url.href, ...own };
    const hub = await startHub({ workspace: other.root, home: other.home, port: 0, env });
    hubs.push(hub);
    expect(hub.postgres).toBeNull();
    expect(hub.databaseUrl('redbridge')).toBe(server.databaseUrl('tri-borough'));
    expect(new URL(hub.databaseUrl('havering')).port).toBe(url.port);
    await hub.stop();
  } finally {
    await other.remove();
  }
});
