import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphanedPostgres } from './orphaned-postgres';
import { isAlive } from './process-identity';

const TEXT = '{"pid":1}\n';
let data: string;
let lock: { file: string; text: string };
let standIn: ChildProcess;

beforeEach(() => {
  data = realpathSync(mkdtempSync(join(tmpdir(), 'hub-data-')));
  lock = { file: join(data, 'lock'), text: TEXT };
  writeFileSync(lock.file, TEXT);
  begin(data);
});
afterEach(() => {
  standIn.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

/** In the place of PostgreSQL: a process that stands in a folder. Its arguments name the data, where only they are seen. */
function begin(cwd: string): void {
  standIn?.kill('SIGKILL');
  standIn = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', cwd], { cwd, stdio: 'ignore' });
  writeFileSync(join(data, 'postmaster.pid'), `${standIn.pid}\n`);
}

const end = () => endOrphanedPostgres(join(data, 'postmaster.pid'), lock);

test('a PostgreSQL of the hub whose lock is still there is ended, whichever its process id is by now', async () => {
  begin(data);
  const ended = once(standIn, 'exit');
  end();
  expect(await ended).toEqual([null, 'SIGINT']);
});

test.each([
  ['another hub has taken the lock', () => writeFileSync(lock.file, '{"pid":2}\n')],
  ['the hub has ended in order, and taken its lock away', () => rmSync(lock.file)],
  ['its process id is that of another program by now', () => begin(tmpdir())],
])('nothing is ended when %s', (_, happens) => {
  happens();
  const signals = jest.spyOn(process, 'kill');
  end();
  expect(signals).not.toHaveBeenCalled();
  signals.mockRestore();
  expect(isAlive(standIn.pid!)).toBe(true);
});
