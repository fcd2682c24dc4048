import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test.each([
  ['what?', /is not JSON/],
  ['["lambeth"]', /is not a JSON object/],
  ['{"lambeth": "4103"}', /its entry "lambeth" is "4103", which is not a whole number from 1 to 65535/],
  ['{"lambeth": 0}', /its entry "lambeth" is 0/],
  ['{"lambeth": 4103.5}', /its entry "lambeth" is 4103.5/],
  ['{"havering": 4103, "lambeth": 4103}', /its entry "lambeth" is 4103, which is the port of "havering" too/],
])('a file that says %s is refused with what is wrong and what to do, and stays as it is', async (text, reason) => {
  writeFileSync(file(), text);
  const starting = portsOf('havering', 'lambeth');
  await expect(starting).rejects.toMatchObject({ code: 'PORTS_UNREADABLE', message: expect.stringContaining(file()) });
  await expect(starting).rejects.toThrow(reason);
  await expect(starting).rejects.toThrow('Give each process of it a port of its own');
  expect(readFileSync(file(), 'utf8')).toBe(text);
});

test('a file that may not be read is refused, and stays as it is', async () => {
  mkdirSync(file());
  await expect(portsOf('lambeth')).rejects.toMatchObject({ code: 'PORTS_UNREADABLE' });
});
