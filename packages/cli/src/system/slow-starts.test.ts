import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fakeWorkspace, STAND_IN, until } from '../../testing/fake-workspace';
import { standInSystem } from '../../testing/stand-in-system';

const system = standInSystem();
const { start } = system;

/** Not ready until a file of this name is in the workspace. */
const READY_LATER = `
  const { existsSync } = require('node:fs');
  require('node:http').createServer((request, response) => {
    if (request.url === '/health/ready' && !existsSync(__dirname + '/go')) response.statusCode = 503;
    response.end();
  }).listen(Number(process.env.PORT), process.env.HOST);
  process.on('SIGTERM', () => process.exit(0));`;

/** As after a start in which the gateway had every schema. */
function keepSchemas(): void {
  const folder = join(system.workspace.home, 'supergraph');
  mkdirSync(folder, { recursive: true });
  for (const name of ['lambeth', 'tri-borough']) writeFileSync(join(folder, `${name}.graphql`), 'type Query { a: ID }');
}
const letGo = (name: string) => writeFileSync(join(system.workspace.root, 'subgraphs', name, 'dist/go'), '');
const said = () => system.lines.join('\n');

test('the hub begins without a partnership that is not ready, says so, and has it when it is', async () => {
  keepSchemas();
  system.workspace.write('lambeth', READY_LATER);
  const hub = await start({ readySeconds: 0.1 });
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  expect(said()).toContain('The hub begins without lambeth: it was not ready within 0.1 s');
  expect(said()).not.toContain('lambeth is ready');
  const { pid } = hub.subgraphs.get('lambeth')!;
  letGo('lambeth');
  await until('it joins', () => said().includes('lambeth is ready, and joins'));
  expect(hub.subgraphs.get('lambeth')!.pid).toBe(pid);
  hub.kill('lambeth', 'SIGKILL');
  await until('it is kept running like any other', () => said().includes('lambeth runs again'));
});

test('the hub begins without a partnership of which nothing was ever served, and waits five times as long for it', async () => {
  system.workspace.write('lambeth', READY_LATER);
  const hub = await start({ readySeconds: 0.1 });
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  expect(said()).toContain('The hub begins without lambeth: it was not ready within 0.5 s');
});

test('the hub begins without a partnership that ends at its start, shows why, and tries it again', async () => {
  system.workspace.write('lambeth', `console.error('migration 7 failed'); process.exit(2)`);
  const hub = await start({ firstPauseMs: 100 });
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  expect(said()).toMatch(/The hub begins without lambeth\.\n {2}\| migration 7 failed\nLog: /);
  system.workspace.write('lambeth', STAND_IN);
  await until('it runs', () => said().includes('lambeth runs again'));
});

test('the London SCP is waited for, however long it takes', async () => {
  system.workspace.write('london-scp', READY_LATER);
  const starting = start({ readySeconds: 0.1 });
  await until('the others are ready', () => said().includes('tri-borough is ready'));
  expect(said()).not.toContain('without london-scp');
  letGo('london-scp');
  await expect(fetch(`${(await starting).url}/health/ready`)).resolves.toMatchObject({ status: 200 });
});

test('a process starts when it is its turn: no more at once than the machine has processors, and one', async () => {
  const names = Array.from({ length: availableParallelism() + 4 }, (_, place) => `borough-${place}`);
  const london = fakeWorkspace(['london-scp', ...names]);
  try {
    for (const name of names) london.write(name, READY_LATER);
    const starting = start({ workspace: london.root, home: london.home });
    const hasBegun = (name: string) => existsSync(join(london.home, 'logs', `${name}.log`));
    await until('the first have begun', () => names.filter(hasBegun).length === availableParallelism() + 1);
    for (const [place, name] of names.entries()) {
      await until(`${name} has begun`, () => hasBegun(name));
      expect(names.filter(hasBegun).length).toBeLessThanOrEqual(place + 1 + availableParallelism());
      writeFileSync(join(london.root, 'subgraphs', name, 'dist/go'), '');
    }
    await (await starting).stop();
  } finally {
    await london.remove();
  }
});
