import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../packages/cli/src/main';
import { hasPython, linkPackages, startByCommand } from '../../support/small-subgraphs';

const guide = readFileSync(join(__dirname, '../../../docs/guides/partnership-developer.md'), 'utf8');
const section = guide.slice(guide.indexOf('## Trying it: `hub conformance`')).split(/^## /m)[1]!;
const blocks = [...section.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, text]) => text!.split('\n'));

let home: string;
let stdout: string;
let stderr: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hub-conformance-'));
  process.env['HUB_HOME'] = home;
  stdout = stderr = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env['HUB_HOME'];
  rmSync(home, { recursive: true });
});

it('the guide writes each of two subgraphs, starts it and checks it', () => {
  expect(section).toMatch(/^Trying it: /);
  expect(blocks.map((lines) => lines.length)).toEqual([3, 3]);
});

/** What a line gives to `hub`. */
function argumentsOf(line: string): string[] {
  const [, args = ''] = /^npm run -s hub -- (.*)$/.exec(line)!;
  return [...args.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Writes what a block writes, starts it at a free port, and runs its command as `hub` does. */
async function play([write = '', start = '', check = '']: string[]): Promise<{ code: number; url: string }> {
  const inHome = (line: string) =>
    line
      .replaceAll('.hub/', `${home}/`)
      .replaceAll('../newham', `${home}/newham`)
      .replace(' conformance.xml', ` ${home}/report.xml`);
  expect(await run(argumentsOf(inHome(write)))).toBe(0);
  expect(stdout).toBe(`${join(home, 'newham')}\n`);
  stdout = '';
  linkPackages(join(home, 'newham'));
  const address = /http:\S+/.exec(check)![0];
  const subgraph = await startByCommand(inHome(start).replace(/PORT=\d+/, 'PORT=0'));
  try {
    expect(start).toContain(`PORT=${new URL(address).port} `);
    return { code: await run(argumentsOf(inHome(check).replace(address, subgraph.url))), url: subgraph.url };
  } finally {
    await subgraph.close();
  }
}

it('its first commands check the one in JavaScript, with keys that are made at once', async () => {
  expect((await play(blocks[0]!)).code).toBe(0);
  expect(stdout).toMatch(/^ok {6}HEALTH_LIVE: [^]*\n24 passed, 0 failed, 5 skipped\n$/);
  expect(stderr).toContain(`HUB_JWKS=${home}/identity/hub-jwks.json\n`);
  expect(stderr).toContain('TOKEN_BODY: passed\n');
});

(hasPython ? it : it.skip)('its other commands check the one in Python, as TAP and JUnit XML', async () => {
  expect((await play(blocks[1]!)).code).toBe(0);
  expect(stdout).toMatch(/^TAP version 14\n1\.\.29\nok 1 - HEALTH_LIVE: /);
  expect(readFileSync(join(home, 'report.xml'), 'utf8')).toContain('<testsuites tests="29" failures="0"');
});

describe('`hub conformance`', () => {
  const conformance = (...args: string[]) => run(['conformance', ...args]);

  it('exits with 1 where nothing answers, and says so of each check that can be run', async () => {
    expect(await conformance('--url', 'http://127.0.0.1:9/graphql', '--subgraph', 'newham')).toBe(1);
    expect(stdout).toContain('problem: No answer: ECONNREFUSED.');
    expect(stdout).toMatch(/\n0 passed, 3 failed, 26 skipped\n$/);
  });

  it.each([
    [['--url', 'localhost:4105', '--subgraph', 'newham'], '--url "localhost:4105" is not an address of HTTP.'],
    [['--url', 'http://127.0.0.1:9/', '--subgraph', 'New ham'], '--subgraph "New ham" is not the id of a partnership.'],
    [
      ['--url', 'http://127.0.0.1:9/', '--subgraph', 'newham', '--gateway-keys', '/nowhere/keys.json'],
      'The keys to sign with cannot be used: /nowhere/keys.json: cannot be read.',
    ],
    [
      ['--url', 'http://127.0.0.1:9/', '--subgraph', 'newham', '--junit', '/nowhere/report.xml'],
      'The report /nowhere/report.xml cannot be written (',
    ],
  ])('refuses %j with the remedy', async (args, message) => {
    expect(await conformance(...args)).toBe(1);
    expect(stderr).toContain(message);
    expect(existsSync('/nowhere')).toBe(false);
  });
});
