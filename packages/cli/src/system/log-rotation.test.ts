import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile } from './log-file';
import { rotateOnce } from './log-rotation';

const LIMIT = 10_000;
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-logs-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const rotate = () => rotateOnce(folder, (line) => said.push(line), LIMIT);
const sizeOf = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;

test('a caller who makes a running process write without end fills two files of bounded size, and no more', async () => {
  const log = openLogFile(join(folder, 'lambeth.log'));
  const source = `process.on('message', () => { fs.writeSync(1, ('x'.repeat(999) + '\\n').repeat(11)); process.send('') })`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', log.fd, log.fd, 'ipc'] });
  log.close();
  try {
    for (let times = 0; times < 3; times++) {
      child.send('');
      await once(child, 'message');
      expect(sizeOf('lambeth.log')).toBe(11_000);
      rotate();
      expect([sizeOf('lambeth.log'), sizeOf('lambeth.log.1')]).toEqual([0, 11_000]);
    }
  } finally {
    child.kill('SIGKILL');
  }
  expect(said).toEqual([]);
});

test('what is written after a rotation begins the log anew, and is the last that is shown of it', () => {
  writeFileSync(join(folder, 'gateway.log'), 'a line of an earlier start\n'.repeat(1000));
  const log = openLogFile(join(folder, 'gateway.log'));
  expect(log.tail()).toBe('');
  rotate();
  writeFileSync(log.fd, 'a new line\n');
  expect(readFileSync(log.path, 'utf8')).toBe('a new line\n');
  expect(log.tail()).toBe('\n  | a new line');
  log.close();
});

test('a log that cannot be kept is cut all the same, and that is said', () => {
  const log = join(folder, 'gateway.log');
  writeFileSync(log, 'x'.repeat(LIMIT + 1));
  writeFileSync(join(folder, 'small.log'), 'x');
  // Nothing can be copied over a folder, and `rm` without `recursive` leaves it.
  const inTheWay = join(folder, 'gateway.log.1');
  mkdirSync(inTheWay);
  rotate();
  expect(sizeOf('gateway.log')).toBe(0);
  expect(sizeOf('small.log')).toBe(1);
  expect(said).toEqual([expect.stringContaining('gateway.log was not kept')]);
});
