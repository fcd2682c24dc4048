import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../../gateway/src/gateway-server';
import { toyConfig } from '../../gateway/testing/toy-config';
import { CONTRACT, london, partnership, PARTNERSHIPS } from '../../gateway/testing/toy-partnerships';
import type { ToySubgraph } from '../../gateway/testing/toy-subgraphs';
import { capturedOutput } from '../../packages/cli/testing/captured-output';
import { keyCommand } from '../../packages/cli/src/commands/key';
import { diffCommand } from '../../packages/cli/src/commands/registry/diff';
import { historyCommand } from '../../packages/cli/src/commands/registry/history';
import { publishCommand } from '../../packages/cli/src/commands/registry/publish';
import { rollbackCommand } from '../../packages/cli/src/commands/registry/rollback';
import { supergraphCommand } from '../../packages/cli/src/commands/registry/supergraph';
import { whoamiCommand } from '../../packages/cli/src/commands/registry/whoami';
import { run } from '../../packages/cli/src/main';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const COMMANDS = [whoamiCommand, publishCommand, diffCommand, historyCommand, supergraphCommand, rollbackCommand];

const written = capturedOutput();
const { env } = process;
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'registry-commands-'));

let toys: ToySubgraph[];
let database: TestDatabase;
let gateway: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  toys = await Promise.all([london(), ...PARTNERSHIPS.map(partnership)].map((toy) => toy.start()));
  const config = toyConfig(toys, { CONTRACT, REGISTRY_DATABASE_URL: database.url, START_TIMEOUT_MS: '5000' });
  gateway = await startGateway(config, pino({ level: 'silent' }));
  process.env = { ...env, HUB_REGISTRY_URL: gateway.url, DATABASE_URL_REGISTRY: database.url };
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(before);
  process.env = env;
  await gateway.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await database.drop();
  rmSync(folder, { recursive: true });
});

const newham = () => toys.find(({ name }) => name === 'newham')!.sdl;
const withOwn = () =>
  `${newham().replace(/(type NewhamPartnership [^{]*\{)/, '$1 own: NewhamOwn @tag(name: "public")')}
   type NewhamOwn { topic: String @tag(name: "public") }`;

/** The words of a line of a shell. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** The examples of a command's help, without the program. */
function examplesOf(command: ReturnType<typeof keyCommand>): string[] {
  const at = written.stdout.length;
  command.outputHelp();
  const [, examples = ''] = written.stdout.slice(at).split('Examples:\n');
  return examples
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/^hub /, ''));
}

const nobody = () => undefined;
const ofKey = (name: string) => keyCommand(nobody).commands.find((command) => command.name() === name)!;

/** Runs a command. @returns its code, and what it wrote. */
async function hub(...args: string[]) {
  const [out, err] = [written.stdout.length, written.stderr.length];
  const code = await run(args);
  return { code, stdout: written.stdout.slice(out), stderr: written.stderr.slice(err) };
}

it('each example of each command does what it says, in the order of a publisher', async () => {
  writeFileSync('newham.graphql', withOwn());
  const [issue] = examplesOf(ofKey('issue'));
  const issued = await hub(...wordsOf(issue!));
  expect(issued).toMatchObject({ code: 0, stdout: expect.stringMatching(/^hub_1_[0-9a-f]{64}\n$/) });
  process.env['HUB_REGISTRY_KEY'] = issued.stdout.trim();
  const seen: Record<string, Awaited<ReturnType<typeof hub>>> = {};
  // The numbers of the examples are those of this history.
  for (const command of COMMANDS) {
    for (const example of examplesOf(command(nobody))) seen[example] = await hub(...wordsOf(example));
  }
  expect(Object.entries(seen).map(([example, { code }]) => [example, code])).toEqual(
    Object.keys(seen).map((example) => [example, 0]),
  );
  expect(seen['diff 5 newham.graphql']!.stderr).toBe('Nothing changes.\n');
  expect(seen['whoami']!.stderr).toBe('Key 1: publishes for newham.\n');
  expect(seen['publish newham.graphql --subgraph newham --reason "A type of our own"']).toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(/newham: publication 5, 0 errors, \d+ warnings?\. It is served\.\n$/),
  });
  expect(seen['history']!.stderr).toMatch(/^5 .* newham {2}SERVED {2}by key 1: A type of our own\n4 /);
  expect(seen['supergraph']!.stdout).toContain('NewhamOwn');
  expect(JSON.parse(seen['supergraph --number 1 --json']!.stdout)).toMatchObject({ number: 1 });
  const [list] = examplesOf(ofKey('list'));
  const listed = await hub(...wordsOf(list!));
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id: 1, subgraph: 'newham', lastUsedAt: expect.any(String) }]);
  const [revoke] = examplesOf(ofKey('revoke'));
  expect((await hub(...wordsOf(revoke!))).code).toBe(0);
  expect(await hub('whoami')).toMatchObject({ code: 2, stderr: expect.stringContaining('REGISTRY_KEY_REFUSED') });
});

it('a schema that is refused is told with its code and what to do, and the command ends with 1', async () => {
  process.env['HUB_REGISTRY_KEY'] = (await hub('key', 'issue', '--subgraph', 'newham')).stdout.trim();
  writeFileSync('bad.graphql', newham().replaceAll('meetings:', 'meeting:'));
  const refused = await hub('publish', 'bad.graphql', '--subgraph', 'newham', '--reason', 'A new name');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(
    /error {2}[A-Z_]+ {2}.*\n(.|\n)*It is refused, and what was served goes on to be\.\n$/,
  );
});

it('what cannot be asked ends with 2, and with what to do', async () => {
  delete process.env['HUB_REGISTRY_KEY'];
  expect(await hub('whoami')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('HUB_REGISTRY_KEY is not set'),
  });
  process.env['HUB_REGISTRY_KEY'] = 'hub_1_x';
  expect(await hub('whoami', '--url', 'http://127.0.0.1:1')).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('does not answer') },
  });
});

it.each([[[]], [['--subgraph', 'london-scp']], [['--subgraph', 'newham', '--operator']]])(
  'no key is issued with %j',
  async (options) => {
    expect(await hub('key', 'issue', ...options)).toMatchObject({ code: 1, stdout: '' });
  },
);
