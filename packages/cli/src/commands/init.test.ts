import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkPartnership, Contract, readContract, schemaTypes } from '@hub/registry';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { capturedOutput } from '../../testing/captured-output';
import { helpExamples } from '../../testing/help-examples';
import { OWN_LANGUAGES } from '../init/subgraph-files';
import { run } from '../main';
import { initCommand } from './init';

const ROOT = resolve(__dirname, '../../../..');
const written = capturedOutput();

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'init-'));
  folder = join(parent, 'newham');
});
afterEach(() => rmSync(parent, { recursive: true }));

const NAME = "St. John's & Newham Safeguarding Children Partnership";
const init = (...options: string[]) =>
  run(['init', 'newham', '--authorities', 'E09000025', '--name', NAME, '--language', 'javascript', ...options]);
const ours = (...options: string[]) =>
  run(['init', 'tri-borough', '--authorities', 'E09000013,E09000020', '--name', NAME, ...options]);
const inFolder = () => init('--folder', folder);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

it.each(OWN_LANGUAGES)(
  'writes a whole folder in %s, with nothing left to be filled in by a program',
  async (language) => {
    expect(await init('--folder', folder, '--language', language)).toBe(0);
    expect(written.stdout).toBe(`${folder}\n`);
    expect(written.stderr).toContain('What to do next stands in its README.md.');
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['Dockerfile', 'README.md', 'facts.json', 'schema.graphql']));
    for (const file of files) expect(read(file)).not.toMatch(/\{\{\w+\}\}/);
    expect(readdirSync(parent)).toEqual(['newham']);
  },
);

it.each(helpExamples(initCommand(() => undefined)))(
  'runs as its help says: %s %s %s %s %s %s %s %s',
  async (...args) => {
    const given = args.filter((arg) => typeof arg === 'string');
    expect(await run([...given, '--folder', folder])).toBe(0);
    expect(read('README.md')).toContain('Newham Safeguarding Children Partnership');
  },
);

it('says as JSON what it wrote', async () => {
  await init('--folder', folder, '--json');
  expect(JSON.parse(written.stdout)).toEqual({ folder, files: readdirSync(folder).sort() });
});

it('publishes the core of the contract under its own name, and breaks no rule of a hub that has its row', async () => {
  await inFolder();
  const hub = schemaTypes(parse('type NewhamPartnership { id: ID! }'));
  const against = { contract: new Contract(readContract()), hub };
  expect(checkPartnership('newham', read('schema.graphql'), against)).toEqual([]);
});

it('has a row for the directory in its README, with its name as it was given and every authority that it covers', async () => {
  await init('--folder', folder, '--authorities', 'E09000025,E09000002');
  const [, row = ''] = /```yaml\n([^]*?)```/.exec(read('README.md'))!;
  const coverage = ['E09000025', 'E09000002'].map((localAuthority) => ({
    ...{ localAuthority, validFrom: null, validTo: null, sources: ['NEW-01'] },
  }));
  expect(parseYaml(row)).toEqual([
    { id: 'newham', name: NAME, typeName: 'NewhamPartnership', coverage, assertions: [] },
  ]);
});

it('pins the version of graphql that the hub has', async () => {
  await inFolder();
  const hub = JSON.parse(readFileSync(join(ROOT, 'packages/registry/package.json'), 'utf8'));
  expect(JSON.parse(read('package.json')).dependencies).toEqual({ graphql: hub.dependencies.graphql });
});

it('never writes over a folder that has files, and leaves nothing beside it', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  expect(await inFolder()).toBe(1);
  expect(written.stderr).toContain(`The folder ${folder} is there already, and not empty. Nothing was written.`);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
  expect(readdirSync(parent)).toEqual(['newham']);
});

it('takes a folder that is there and empty', async () => {
  mkdirSync(folder);
  expect(await inFolder()).toBe(0);
});

it('takes no file for a folder', async () => {
  writeFileSync(folder, 'mine');
  expect(await inFolder()).toBe(1);
  expect(readFileSync(folder, 'utf8')).toBe('mine');
});

it.each([
  [['init', 'New Ham'], '"New Ham" cannot be the id of a partnership.'],
  [['init', 'newham-2'], '"newham-2" cannot be the id of a partnership.'],
  [['init', '../newham'], '"../newham" cannot be the id of a partnership.'],
  [['init', 'london-scp'], '"london-scp" cannot be the id of a partnership.'],
  [['init', 'local'], 'would have the type LocalPartnership, which means something else to the hub.'],
  [['init', 'newham', '--name', 'New"ham'], '"New"ham" cannot be the name of a partnership.'],
  [['init', 'newham', '--name', 'New\nham'], 'cannot be the name of a partnership.'],
  [['init', 'newham', '--authorities', 'E09000025,E08000001'], '"E08000001" is not the GSS code of a local authority'],
])('%j is refused with the remedy, and nothing is written', async (args, message) => {
  const given = ['--authorities', 'E09000025', '--name', 'Newham', '--language', 'python', '--folder', folder];
  const [command = '', id = '', ...own] = args;
  expect(await run([command, id, ...given, ...own])).toBe(1);
  expect(written.stderr).toContain(message);
  expect(existsSync(folder)).toBe(false);
});

it('writes a subgraph of its own into no checkout of the hub', async () => {
  const inside = join(ROOT, 'subgraphs/never-written');
  expect(await init('--folder', inside)).toBe(1);
  expect(written.stderr).toContain('lies in the checkout of the hub');
  expect(existsSync(inside)).toBe(false);
});

describe("a partnership on the hub's own store", () => {
  it('has the program of the others under its own name', async () => {
    expect(await ours('--folder', folder)).toBe(0);
    const main = readFileSync(join(ROOT, 'subgraphs/tri-borough/src/main.ts'), 'utf8');
    expect(read('src/main.ts')).toBe(main);
    expect(read('src/tri-borough.ts')).toContain("  localAuthorities: ['E09000013', 'E09000020'],\n");
    expect(JSON.parse(read('package.json')).name).toBe('@hub/tri-borough');
  });

  it('is written among the others, and over none of them', async () => {
    const before = readdirSync(join(ROOT, 'subgraphs')).sort();
    expect(await ours()).toBe(1);
    expect(written.stderr).toContain(`${join(ROOT, 'subgraphs/tri-borough')} is there already, and not empty.`);
    expect(readdirSync(join(ROOT, 'subgraphs')).sort()).toEqual(before);
  });
});
