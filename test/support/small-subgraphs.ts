import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createSigningKeys, publicJwks, type SigningKeys } from '@hub/access';

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

export const IN_JAVASCRIPT = join(__dirname, 'subgraph-in-javascript');
export const IN_PYTHON = join(__dirname, 'subgraph-in-python');

/** Whether there is a Python that runs the one in Python. */
export const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

export async function makeHubKeyFiles(): Promise<HubKeyFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-conformance-'));
  const [keysFile, jwks] = [join(folder, 'hub-keys.json'), join(folder, 'hub-jwks.json')];
  const keys = await createSigningKeys(keysFile);
  writeFileSync(jwks, JSON.stringify(publicJwks(keys)));
  return { keys, keysFile, jwks, remove: () => rmSync(folder, { recursive: true }) };
}

export const startInJavaScript = (jwks: string) => start(process.execPath, ['subgraph.mjs'], IN_JAVASCRIPT, jwks);

export const startInPython = (jwks: string) => start('python3', ['subgraph.py'], IN_PYTHON, jwks);

/** Starts one by a line of a guide, in the folder of the repository: what it is told, and its program. */
export function startByCommand(line: string): Promise<SmallSubgraph> {
  const words = line.split(' ');
  const told = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=') as [string, string]);
  const { HUB_JWKS: jwks = '', PORT: port } = Object.fromEntries(told);
  const [program = '', ...args] = words.slice(told.length);
  return start(program, args, join(__dirname, '../..'), jwks, port);
}

/**
 * Starts the one in JavaScript with another text in the place of one of its own.
 *
 * @throws Error unless it has that text exactly once.
 */
export async function startVariation(jwks: string, own: string, other: string): Promise<SmallSubgraph> {
  const [before, after, ...more] = readFileSync(join(IN_JAVASCRIPT, 'subgraph.mjs'), 'utf8').split(own);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`Not once in it: ${own}`);
  const folder = mkdtempSync(join(tmpdir(), 'hub-conformance-'));
  writeFileSync(join(folder, 'subgraph.mjs'), before + other + after);
  symlinkSync(join(__dirname, '../node_modules'), join(folder, 'node_modules'));
  const { url, close } = await start(process.execPath, ['subgraph.mjs'], folder, jwks);
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
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
