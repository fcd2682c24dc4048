import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptPorts } from './kept-ports';

let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-ports-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'ports.json');
const portsOf = (...names: string[]) => keptPorts(file(), names, 4000, (line) => void lines.push(line));

test('each process has the same port at every start, and one that comes along leaves the others theirs', async () => {
  const first = await portsOf('havering', 'lambeth');
  expect(new Set(first.values()).size).toBe(2);
  expect(await portsOf('havering', 'lambeth')).toEqual(first);
  const more = await portsOf('havering', 'lambeth', 'redbridge');
  expect(new Map([...more].slice(0, 2))).toEqual(first);
  expect(new Set(more.values()).size).toBe(3);
  expect(await portsOf('lambeth')).toEqual(new Map([['lambeth', first.get('lambeth')]]));
  expect(await portsOf('havering', 'lambeth', 'redbridge')).toEqual(more);
  expect(lines).toEqual([]);
});

test('a port that another program holds is left to it, with a line that says so, and comes back when it is free', async () => {
  const first = await portsOf('havering', 'lambeth');
  const port = first.get('lambeth')!;
  const other = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const second = await portsOf('havering', 'lambeth');
  expect(second.get('lambeth')).not.toBe(port);
  expect(second.get('havering')).toBe(first.get('havering'));
  expect(lines).toEqual([`lambeth is not at its port ${port} this time: another program listens on it`]);
  await new Promise((resolve) => other.close(resolve));
  expect(await portsOf('havering', 'lambeth')).toEqual(first);
});

test('a file that cannot be read is written anew', async () => {
  writeFileSync(file(), 'what?');
  const ports = await portsOf('lambeth');
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(Object.fromEntries(ports));
});
