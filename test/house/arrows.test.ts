import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Who may import whom: `subgraphs → partnership → subgraph-kit → contract`, `gateway → registry →
 * contract`, `cli → registry`; all may import `access`, and those that keep records of access, `audit`. Nothing imports a
 * subgraph, and the gateway imports no domain code.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'packages/access': [],
  'packages/audit': ['@hub/access'],
  'packages/conformance': ['@hub/access'],
  'packages/contract': ['@hub/access', '@hub/scalars'],
  'packages/explorer': ['@hub/access'],
  'packages/http': [],
  'packages/limits': [],
  'packages/movements-http': ['@hub/access', '@hub/contract', '@hub/scalars'],
  'packages/scalars': [],
  'packages/tracing': [],
  'packages/subgraph-kit': [
    ...['@hub/access', '@hub/audit', '@hub/contract', '@hub/explorer', '@hub/http', '@hub/limits', '@hub/tracing'],
    '@hub/movements-http',
  ],
  'packages/partnership': ['@hub/access', '@hub/contract', '@hub/movements-http', '@hub/subgraph-kit'],
  'packages/registry': ['@hub/access', '@hub/contract', '@hub/limits'],
  'packages/cli': [
    ...['@hub/access', '@hub/audit', '@hub/conformance', '@hub/http', '@hub/movements-http', '@hub/registry'],
  ],
  gateway: [
    ...['@hub/access', '@hub/audit', '@hub/explorer', '@hub/http', '@hub/limits', '@hub/registry', '@hub/scalars'],
    ...['@hub/movements-http', '@hub/tracing'],
  ],
  subgraphs: ['@hub/access', '@hub/audit', '@hub/contract', '@hub/http', '@hub/partnership', '@hub/subgraph-kit'],
};
const ROOT = join(__dirname, '..', '..');

const rooms = [
  ...['packages', 'subgraphs'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
  'gateway',
].filter((room) => existsSync(join(ROOT, room, 'package.json')));

function allowedFor(room: string): readonly string[] {
  const allowed = ALLOWED[room.startsWith('subgraphs/') ? 'subgraphs' : room];
  if (!allowed) throw new Error(`${room} is a new room. Say in this test what it may import.`);
  return allowed;
}

function sourcesOf(room: string): string[] {
  return ['src', 'page/src']
    .map((folder) => join(ROOT, room, folder))
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file)),
    );
}

/** Module names in `from '…'`, `import '…'`, `import('…')` and `require('…')`. */
function importsOf(file: string): string[] {
  const pattern = /(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1]!);
}

describe('the arrows between the rooms of the house', () => {
  it.each(rooms)('%s imports only what it may, and no file of another room', (room) => {
    const allowed = allowedFor(room);
    const wrong = sourcesOf(room).flatMap((file) =>
      importsOf(file)
        .filter((name) => {
          if (name.startsWith('@hub/')) return !allowed.includes(name);
          return name.startsWith('.') && relative(join(ROOT, room), join(file, '..', name)).startsWith('..');
        })
        // Tests of a room may use the test support.
        .filter((name) => !(/\.test\.ts$/.test(file) && name.includes('/test/support/')))
        .map((name) => `${relative(ROOT, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(rooms)('%s depends in its package.json on no room that it may not import', (room) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, room, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
      devDependencies?: Record<string, string>;
    };
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.filter((name) => name.startsWith('@hub/') && !allowedFor(room).includes(name))).toEqual([]);
  });

  it('sees imports at all', () => {
    expect(importsOf(__filename)).toContain('node:path');
    expect(sourcesOf('packages/partnership').flatMap(importsOf)).toContain('@hub/contract');
  });
});
