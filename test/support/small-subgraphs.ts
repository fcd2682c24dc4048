import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createSigningKeys, publicJwks, type SigningKeys } from '@hub/access';
import { subgraphFiles, writeFolder, type OwnLanguage } from '@hub/cli';

/** A subgraph that is no part of this repository's code, as a process. */
export interface SmallSubgraph {
  url: string;
  close(): Promise<void>;
}

/** Keys as a gateway signs with, and the file of the public ones. */
export interface HubKeyFiles {
  keys: SigningKeys;
  /** The private ones. */
  keysFile: string;
  jwks: string;
  remove(): void;
}

/** What it offers that has all to which a check applies. */
const GROWN = ['LocalPartnership', 'HoldsMeetings', 'FillsSeats'];
const NEWHAM = {
  ...{ id: 'newham', prefix: 'Newham', name: 'Newham Safeguarding Children Partnership' },
  ...{ authorities: ['E09000025'], letters: 'NEW' },
};
/** As they are written, once for all. */
const files: { [language in OwnLanguage]?: Promise<Map<string, string>> } = {};

/** How what is grown is joined to what `hub init` writes: a file, a text of it, and what goes in its place. */
const JOINTS = {
  javascript: [
    ['subgraph.mjs', 'const partnership = {', "import { grown } from './grown.mjs';\n\nconst partnership = {"],
    ['subgraph.mjs', '  ...facts,\n', '  ...facts,\n  ...grown(NAME, facts.bodies),\n'],
  ],
  python: [
    ['subgraph.py', 'from graphql import', 'from grown import grown\nfrom graphql import'],
    [
      'subgraph.py',
      '# How a field is answered',
      'GROWN = {("NewhamPartnership", name): one for name, one in grown(NAME, FACTS["bodies"][0]).items()}\n\n# How a field is answered',
    ],
    ['subgraph.py', 'FEDERATION, RESOLVERS', 'FEDERATION, {**RESOLVERS, **GROWN}'],
  ],
} as const;

/** Whether there is a Python that runs the one in Python. */
export const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

export async function makeHubKeyFiles(): Promise<HubKeyFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-conformance-'));
  const [keysFile, jwks] = [join(folder, 'hub-keys.json'), join(folder, 'hub-jwks.json')];
  const keys = await createSigningKeys(keysFile);
  writeFileSync(jwks, JSON.stringify(publicJwks(keys)));
  return { keys, keysFile, jwks, remove: () => rmSync(folder, { recursive: true }) };
}

/** Starts what `hub init` writes of Newham, grown by a list in pages and a field that needs a scope. */
export const startGrown = (language: keyof typeof JOINTS, jwks: string): Promise<SmallSubgraph> =>
  startInOwnFolder(language, jwks, () => undefined);

/** Starts one by a line of a guide, in the folder of the repository: what it is told, and its program. */
export function startByCommand(line: string): Promise<SmallSubgraph> {
  const words = line.split(' ');
  const told = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=') as [string, string]);
  const { HUB_JWKS: jwks = '', PORT: port } = Object.fromEntries(told);
  const [program = '', ...args] = words.slice(told.length);
  return start(program, args, join(__dirname, '../..'), jwks, port);
}

/**
 * Starts the grown one in JavaScript with another text in the place of one of its own.
 *
 * @throws Error unless it has that text exactly once.
 */
export const startVariation = (jwks: string, own: string, other: string): Promise<SmallSubgraph> =>
  startInOwnFolder('javascript', jwks, (folder) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
    const having = files.filter((name) => readFileSync(join(folder, name), 'utf8').includes(own));
    if (having.length !== 1) throw new Error(`Not once in it: ${own}`);
    replaceIn(join(folder, having[0]!), own, other);
  });

/** Starts what was written into a folder. */
export function startWritten(language: OwnLanguage, folder: string, jwks: string, port = '0'): Promise<SmallSubgraph> {
  if (language === 'python') return start('python3', ['main.py'], folder, jwks, port);
  if (!existsSync(join(folder, 'node_modules'))) linkPackages(folder);
  return start(process.execPath, ['main.mjs'], folder, jwks, port);
}

/** In the place of its own installation. */
export const linkPackages = (folder: string) =>
  symlinkSync(join(__dirname, '../node_modules'), join(folder, 'node_modules'));

async function startInOwnFolder(
  language: keyof typeof JOINTS,
  jwks: string,
  change: (folder: string) => void,
): Promise<SmallSubgraph> {
  const parent = mkdtempSync(join(tmpdir(), 'hub-conformance-'));
  const folder = join(parent, 'newham');
  await writeFolder(folder, await (files[language] ??= subgraphFiles(language, NEWHAM, GROWN)));
  for (const [file, own, other] of JOINTS[language]) replaceIn(join(folder, file), own, other);
  const grown = language === 'python' ? 'grown.py' : 'grown.mjs';
  copyFileSync(join(__dirname, 'grown-subgraph', grown), join(folder, grown));
  change(folder);
  const { url, close } = await startWritten(language, folder, jwks);
  return {
    url,
    async close() {
      await close();
      rmSync(parent, { recursive: true });
    },
  };
}

/** @throws Error unless the file has the text exactly once. */
function replaceIn(file: string, own: string, other: string): void {
  const [before, after, ...more] = readFileSync(file, 'utf8').split(own);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`Not once in ${file}: ${own}`);
  writeFileSync(file, before + other + after);
}

async function start(program: string, args: string[], cwd: string, jwks: string, port = '0'): Promise<SmallSubgraph> {
  // Python would leave what it has compiled in the folder.
  const env = { ...process.env, HUB_JWKS: jwks, PORT: port, PYTHONDONTWRITEBYTECODE: '1' };
  const child: ChildProcess = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout!);
  // Its first line is its address; one that ends says none.
  const [url] = (await Promise.race([once(lines, 'line'), ended.then(() => [])])) as [string?];
  if (url === undefined) throw new Error(`${program} ${args.join(' ')} ended before it listened.`);
  return {
    url,
    async close() {
      child.kill();
      await ended;
    },
  };
}
