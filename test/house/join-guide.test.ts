import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../../gateway/testing/ask';
import { run } from '../../packages/cli/src/main';
import { freePorts } from '../../packages/cli/src/system/ports';
import { capturedOutput } from '../../packages/cli/testing/captured-output';
import { JOIN_GUIDE } from '../support/guides/played-guides';
import { linkPackages, startByCommand, type SmallSubgraph } from '../support/small-subgraphs';
import { serveBesideHavering } from '../support/smallest-partnership/serve-beside-havering';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { untilEqual } from '../support/until-equal';

const guide = readFileSync(join(__dirname, '../../docs/guides', JOIN_GUIDE), 'utf8');
const blocksIn = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)\n\`\`\`$`, 'gm'))].map(([, text]) => text!);

const written = capturedOutput();
const { env } = process;
const home = mkdtempSync(join(tmpdir(), 'join-'));
let port: string;
let database: TestDatabase;
let subgraph: SmallSubgraph | undefined;
let hub: Awaited<ReturnType<typeof serveBesideHavering>> | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  port = String((await freePorts(1))[0]);
  process.env = { ...env, HUB_HOME: home, DATABASE_URL_REGISTRY: database.url };
});
afterAll(async () => {
  await hub?.end();
  await subgraph?.close();
  await database.drop();
  process.env = env;
  rmSync(home, { recursive: true });
});

/** A line of the guide, with what is of this run in the place of what is of everybody's. */
const here = (line: string) =>
  line.replaceAll('.hub/', `${home}/`).replaceAll('../newham', `${home}/newham`).replaceAll('4105', port);

/** What each line of the guide does here, by how it begins. */
const PLAYED: [RegExp, (line: string) => Promise<unknown>][] = [
  [/^npm run -s hub -- /, (line) => hubCommand(line)],
  [/^npm install --prefix /, async () => linkPackages(join(home, 'newham'))],
  [/^HUB_JWKS=\S+ PORT=\d+ node /, async (line) => (subgraph = await startByCommand(line))],
  [/^cp subgraphs\/london-scp\/directory\/partnerships.yaml /, async () => undefined],
  [/^PARTNERSHIP_DIRECTORY=\S+ REGISTRY_ROUTING_HOSTS=\S+ npm start$/, (line) => startHub(line)],
  [/^export HUB_REGISTRY_KEY=hub_1_…$/, async () => (process.env['HUB_REGISTRY_KEY'] = lastLine(written.stdout))],
];

async function hubCommand(line: string) {
  const from = written.stderr.length;
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(5);
  if (args[0] === 'init') args.push('--folder', join(home, 'newham'));
  const code = await run(args);
  return { code, stderr: written.stderr.slice(from) };
}

/** The hub of the guide, in this process: with the guide's row, and the hosts that its line lists. */
async function startHub(line: string) {
  const identity = join(home, 'identity');
  hub = await serveBesideHavering({
    row: blocksIn('yaml')[0]!,
    hubJwks: join(identity, 'hub-jwks.json'),
    env: {
      ...{ GATEWAY_KEYS: join(identity, 'hub-keys.json'), REGISTRY_DATABASE_URL: database.url },
      ...{ REGISTRY_ROUTING_HOSTS: /REGISTRY_ROUTING_HOSTS=(\S+)/.exec(line)![1], START_TIMEOUT_MS: '10000' },
    },
  });
  process.env['HUB_REGISTRY_URL'] = hub.gateway.url;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)!;

it('a partnership joins by the commands of the guide, in their order', async () => {
  const told: [string, unknown][] = [];
  for (const line of blocksIn('sh').flatMap((block) => block.split('\n'))) {
    const played = PLAYED.find(([beginning]) => beginning.test(line));
    if (!played) throw new Error(`What the guide says is played by nothing: ${line}`);
    told.push([line, await played[1](here(line))]);
  }
  const codes = told.flatMap(([line, result]) => {
    const [, command] = /^npm run -s hub -- (\S+)/.exec(line) ?? [];
    return command ? [[command, (result as { code: number }).code]] : [];
  });
  expect(codes).toEqual([
    ['init', 0],
    // One thing is left, which the guide names: its row.
    ['check', 1],
    ['conformance', 0],
    ['key', 0],
    ['whoami', 0],
    ['publish', 0],
  ]);
  const checked = told.find(([line]) => line.includes(' check '))![1] as { stderr: string };
  expect(checked.stderr).toContain('NOT_IN_DIRECTORY');
  expect(checked.stderr).toContain('newham: 1 error, 0 warnings.');
});

it('whom everybody may ask then, by the question of the guide', async () => {
  const [question] = blocksIn('graphql');
  // Its gateway is told of what was published, and switches.
  const look = async () => (await ask(hub!.gateway.url, question!)).data;
  await untilEqual(look, {
    partnerships: [
      {
        name: 'Newham Safeguarding Children Partnership',
        localAuthorities: [{ name: 'Newham' }],
        termsOfReference: { title: 'To be filled in' },
        bodies: [{ name: 'To be filled in' }],
      },
    ],
  });
});
