import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capturedOutput } from '../../testing/captured-output';
import { run } from '../main';

const redbridge = readFileSync(join(__dirname, '../../../../docs/reference/schema/redbridge.graphql'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'check-'));
const file = join(folder, 'schema.graphql');
const written = capturedOutput();

afterAll(() => rmSync(folder, { recursive: true }));

/** Of a schema that is put into a file. */
function check(sdl: string, ...options: string[]): Promise<number> {
  writeFileSync(file, sdl);
  return run(['check', file, '--subgraph', 'redbridge', ...options]);
}

it('a partnership that is served passes, and nothing is written to stdout', async () => {
  expect(await check(redbridge)).toBe(0);
  expect(written.stdout).toBe('');
  expect(written.stderr).toBe('redbridge: 0 errors, 0 warnings. It would be served.\n');
});

it('says where each mistake is, what is wrong and what to do', async () => {
  const sdl = redbridge.replace('  hasNextPage:', '  hasNextPages:');
  expect(await check(sdl)).toBe(1);
  const line = sdl.split('\n').findIndex((text) => text.includes('hasNextPages')) + 1;
  expect(written.stderr).toContain(`error  CONTRACT_MEMBER_UNKNOWN  PageInfo.hasNextPages  ${file}:${line}\n`);
  expect(written.stderr).toContain('  PageInfo.hasNextPages is not in the contract. Is hasNextPage meant?');
  expect(written.stderr).toContain('It would not be served. What a code means: hub explain <code>');
});

it('writes the same as JSON to stdout, and to nothing else', async () => {
  expect(await check(`${redbridge}\ntype Query { mine: String }`, '--json')).toBe(1);
  expect(written.stderr).toBe('');
  expect(JSON.parse(written.stdout)).toMatchObject({
    ...{ subgraph: 'redbridge', isGood: false },
    findings: [
      { code: 'ROOT_FIELD_OUTSIDE_HUB', severity: 'ERROR', coordinate: 'Query.mine', line: expect.any(Number) },
    ],
  });
});

it('says what composition says where the schema is good by itself, with its place', async () => {
  const sdl = `${redbridge}\n"""A hub."""\ntype RedbridgeHub @key(fields: "nothing") {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}\n`;
  expect(await check(sdl, '--json')).toBe(1);
  const line = sdl.split('\n').findIndex((text) => text.startsWith('type RedbridgeHub')) + 1;
  expect(JSON.parse(written.stdout).findings).toEqual([
    expect.objectContaining({ code: 'KEY_INVALID_FIELDS', coordinate: 'RedbridgeHub', line }),
  ]);
});

it('a field that a saved operation asks for cannot be removed', async () => {
  const field = '  """Its lay members, the earliest appointed first."""\n  layMembers: ';
  const at = redbridge.indexOf(field);
  const end = redbridge.indexOf('\n', at + field.length) + 1;
  const without = `${redbridge.slice(0, at)}${redbridge.slice(end)}`.replace(' & AppointsLayMembers', '');
  expect(await check(without)).toBe(1);
  expect(written.stderr).toMatch(/error {2}FIELD_IN_USE_REMOVED {2}RedbridgePartnership\.layMembers/);
  expect(written.stderr).toContain('06-what-only-some-do');
});

it('a partnership without a row in the directory is told so', async () => {
  writeFileSync(file, redbridge.replaceAll(/Redbridge(?=Partnership|BudgetYear|ChildRecord)/g, 'Newham'));
  expect(await run(['check', file, '--subgraph', 'newham'])).toBe(1);
  expect(written.stderr).toContain('There is no row in the directory for the type NewhamPartnership');
});

it('asks a subgraph for its schema, and says when it gives none', async () => {
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ data: { _service: { sdl: redbridge } } })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  expect(await run(['check', url, '--subgraph', 'redbridge'])).toBe(0);
  await new Promise((resolve) => server.close(resolve));
  expect(await run(['check', url, '--subgraph', 'redbridge'])).toBe(1);
  expect(written.stderr).toContain('error  SUBGRAPH_SDL_UNREACHABLE');
});

it.each([
  [['--subgraph', 'london-scp'], '"london-scp" is not the name of a partnership.'],
  [['--subgraph', 'Newham'], '"Newham" is not the name of a partnership.'],
])('refuses %j', async (options, message) => {
  expect(await run(['check', join(folder, 'nothing'), ...options])).toBe(1);
  expect(written.stderr).toContain(message);
});

it('says which file it cannot read', async () => {
  expect(await run(['check', join(folder, 'nothing'), '--subgraph', 'newham'])).toBe(1);
  expect(written.stderr).toMatch(/nothing cannot be read \(.*ENOENT/);
});
