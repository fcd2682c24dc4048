import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAND_IN, until } from '../../testing/fake-workspace';
import { query } from '../../testing/query';
import { pidsOf, standInSystem } from '../../testing/stand-in-system';
import { isAlive } from './process-identity';

const system = standInSystem();
const { start, expectNothingLeft } = system;

describe('the embedded PostgreSQL', () => {
  const restarts = () => system.lines.filter((line) => line.endsWith('PostgreSQL accepts connections again')).length;

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
    system.workspace.write(
      'lambeth',
      `require('node:net').connect(new URL(process.env.DATABASE_URL).port, '127.0.0.1')
      .on('error', () => process.exit(3)).on('connect', () => { ${STAND_IN} });`,
    );
    hub.kill('postgres', 'SIGKILL');
    // Two ends at once may be noticed in either order.
    await until('its end is known', () => system.lines.some((line) => line.includes('PostgreSQL ended')));
    hub.kill('lambeth', 'SIGKILL');
    await until('it runs again', () => system.lines.some((line) => line.endsWith('lambeth runs again')));
    expect(system.lines.filter((line) => line.includes('lambeth ended'))).toHaveLength(1);
  });

  test('ends the hub when it cannot be started again', async () => {
    const hub = await start();
    const pids = pidsOf(hub);
    writeFileSync(join(system.workspace.home, 'postgres/data/global/pg_control'), 'no such thing');
    hub.kill('postgres', 'SIGKILL');
    const { code, reason } = await hub.exited;
    expect(code).toBe(1);
    expect(reason).toMatch(
      /^PostgreSQL ended \(SIGKILL\), and was not started again\. The embedded PostgreSQL did not start/,
    );
    expectNothingLeft(pids);
  });

  test('ends the hub when it ends again and again', async () => {
    const hub = await start({ firstPauseMs: 100 });
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
