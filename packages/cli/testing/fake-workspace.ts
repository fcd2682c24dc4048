import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHubHome } from '../src/system/hub-home';

/** A workspace in a temporary folder, whose subgraphs and gateway keep the processes' contract and nothing more. */
export interface FakeWorkspace {
  root: string;
  home: string;
  /** Replaces the main of one process. */
  write(name: string, source: string): void;
  remove(): Promise<void>;
}

/** A main: writes its environment to the log, so that a test can look at it; then serves /health, and ends on SIGTERM. */
export const STAND_IN = `
  console.log('env ' + JSON.stringify(process.env));
  const server = require('node:http').createServer((request, response) => response.end('ok'));
  server.listen(Number(process.env.PORT), process.env.HOST);
  process.on('SIGTERM', () => { console.log('asked to end'); server.close(() => process.exit(0)); });
`;

export function fakeWorkspace(subgraphs: readonly string[]): FakeWorkspace {
  // Made with mode 0700: as root, this is a folder that PostgreSQL's user may not enter.
  const root = mkdtempSync(join(tmpdir(), 'hub-cli-'));
  const home = join(root, '.hub');
  const folderOf = (name: string) => (name === 'gateway' ? join(root, name) : join(root, 'subgraphs', name));
  const write = (name: string, source: string) => {
    mkdirSync(join(folderOf(name), 'dist'), { recursive: true });
    writeFileSync(join(folderOf(name), 'package.json'), JSON.stringify({ name: `@hub/${name}` }));
    writeFileSync(join(folderOf(name), 'dist/main.js'), source);
  };
  for (const name of [...subgraphs, 'gateway']) write(name, STAND_IN);
  const remove = async () => {
    await removeHubHome(home);
    rmSync(root, { recursive: true, force: true });
  };
  return { root, home, write, remove };
}

/** Resolves when a condition holds; throws after some seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
