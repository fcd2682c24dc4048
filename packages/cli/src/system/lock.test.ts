import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './lock';
import { startTimeOf } from './process-identity';

const URL = 'http://127.0.0.1:4000';
let folder: string;
let file: string;
const take = () => takeLock(file, folder, URL);
const write = (content: object) => writeFileSync(file, JSON.stringify({ url: URL, startedAt: 'then', ...content }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second start hears of the first, and leaves it unharmed', async () => {
  const lock = await take();
  const before = readFileSync(file, 'utf8');
  await expect(take()).rejects.toThrow(`The hub already runs at ${URL} (process ${process.pid})`);
  expect(readFileSync(file, 'utf8')).toBe(before);
  await lock.release();
  expect(existsSync(file)).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  write({ pid: child.pid, processStart: null });
  await (await take()).release();
});

test('the lock of a process whose id was used again is taken over', async () => {
  write({ pid: process.pid, processStart: `not ${startTimeOf(process.pid)}` });
  await (await take()).release();
});

test('a lock that a crash left half-written is taken over', async () => {
  writeFileSync(file, '{"pid":');
  await (await take()).release();
});

test('of many starts that find the same stale lock, one gets it', async () => {
  write({ pid: 2 ** 30, processStart: null });
  const results = await Promise.allSettled(Array.from({ length: 12 }, take));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

test('a lock that was taken over is not released by its former owner', async () => {
  const lock = await take();
  write({ pid: 1, processStart: null });
  await lock.release();
  expect(existsSync(file)).toBe(true);
});
