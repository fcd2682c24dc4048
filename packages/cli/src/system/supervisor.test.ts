import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../testing/fake-workspace';
import { pidsOf, standInSystem } from '../../testing/stand-in-system';
import { isAlive } from './process-identity';
import type { RunningHub } from './start-hub';

const system = standInSystem();
const { start, environmentOf, expectNothingLeft } = system;

test('a subgraph that is killed is started again on the same port', async () => {
  const hub = await start();
  const { pid, port } = hub.subgraphs.get('lambeth')!;
  hub.kill('lambeth', 'SIGKILL');
  await until('it runs again', () => ![pid, undefined].includes(hub.subgraphs.get('lambeth')!.pid));
  expect(system.lines.join('\n')).toContain('lambeth ended (SIGKILL); starting it again at once');
  expect(hub.subgraphs.get('lambeth')!.port).toBe(port);
  await until('it is ready', () => system.lines.some((line) => line.endsWith('lambeth runs again')));
});

test('restart ends and starts one process, without counting it as a crash', async () => {
  const hub = await start();
  const { pid } = hub.subgraphs.get('lambeth')!;
  for (let i = 0; i < 6; i++) await hub.restart('lambeth');
  expect(isAlive(pid!)).toBe(false);
  expect(isAlive(hub.subgraphs.get('lambeth')!.pid!)).toBe(true);
  expect(system.lines.join('\n')).not.toContain('ended');
});

test('a partnership that ends again and again is tried less and less often, and the hub goes on', async () => {
  const hub = await start({ firstPauseMs: 100 });
  system.workspace.write('lambeth', `console.log('out of luck'); process.exit(3)`);
  hub.kill('lambeth', 'SIGKILL');
  const said = () => system.lines.filter((line) => line.includes('lambeth ended'));
  await until('it has ended too often for the London SCP', () => said().length > 6);
  expect(said().slice(1, 6)).toEqual([
    expect.stringContaining('lambeth ended (code 3); starting it again in 0.1 s'),
    expect.stringContaining('lambeth ended (code 3); starting it again in 0.2 s'),
    expect.stringContaining('lambeth ended (code 3); starting it again in 0.4 s'),
    expect.stringContaining('lambeth ended (code 3) for the 5th time in a row; starting it again in 0.8 s'),
    expect.stringContaining('lambeth ended (code 3) for the 6th time in a row; starting it again in 1.6 s'),
  ]);
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
});

test.each(['gateway', 'london-scp'])('when %s cannot be run, the hub ends and says why', async (name) => {
  const hub = await start({ firstPauseMs: 100 });
  const pids = pidsOf(hub);
  system.workspace.write(name, `console.log('out of luck'); process.exit(3)`);
  hub.kill(name, 'SIGKILL');
  const { code, reason } = await hub.exited;
  expect(code).toBe(1);
  expect(reason).toMatch(/^(gateway|london-scp) was started 5 times in a row and did not get ready \(code 3\)/);
  expect(reason).toMatch(/\.\n {2}\| out of luck\nLog: /);
  expectNothingLeft(pids);
});

test('who gets ready each time, and is ended as often by what it is asked, does not end the hub', async () => {
  const hub = await start({ firstPauseMs: 100 });
  for (let times = 1; times <= 5; times++) {
    hub.kill('gateway', 'SIGKILL');
    await until(
      'it runs again',
      () => system.lines.filter((line) => line.endsWith('gateway runs again')).length === times,
    );
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
    const runsAgain = (name: string) => system.lines.some((line) => line.endsWith(`${name} runs again`));
    await until('all run again', () => names.every(runsAgain));
    for (const name of names) {
      expect(system.lines.join('\n')).toContain(`${name} ended (no answer for 2 s); starting it again at once`);
    }
    expect(before.filter(isAlive)).toEqual([]);
    expect(names.map((name) => pidIn(hub, name)!).every(isAlive)).toBe(true);
  });

  test('is not one whose database is away, nor one that drops connections as it has too many', async () => {
    system.workspace.write('lambeth', standIn(`ready ? response.end() : (response.statusCode = 503, response.end())`));
    system.workspace.write('tri-borough', standIn(`ready ? response.end() : request.socket.destroy()`));
    const hub = await start({ silenceSeconds: 2 });
    const before = ['lambeth', 'tri-borough'].map((name) => pidIn(hub, name));
    // Ended for silence by the same looks, of which the two have had as many.
    for (let times = 1; times <= 2; times++) {
      hub.kill('london-scp', 'SIGSTOP');
      await until(
        'that one runs again',
        () => system.lines.filter((line) => line.endsWith('london-scp runs again')).length === times,
      );
    }
    expect(['lambeth', 'tri-borough'].map((name) => pidIn(hub, name))).toEqual(before);
    expect(system.lines.join('\n')).not.toMatch(/(lambeth|tri-borough) ended/);
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
    await until('it runs again', () => system.lines.some((line) => line.endsWith('london-scp.2 runs again')));
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
    const stays = readFileSync(join(system.workspace.root, 'subgraphs/london-scp/dist/main.js'), 'utf8');
    const hub = await start({ londonProcesses: 2, firstPauseMs: 100 });
    const { port } = hub.processes.get('london-scp.2')!;
    system.workspace.write('london-scp', `if (process.env.PORT === '${port}') process.exit(3);\n${stays}`);
    hub.kill('london-scp', 'SIGKILL');
    await until('it has ended too often', () =>
      system.lines.some((line) => /london-scp.2 ended .* 6th time/.test(line)),
    );
    expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  });
});
