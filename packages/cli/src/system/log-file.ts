import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A log that a child process writes to. */
export interface LogFile {
  path: string;
  /** For the child's stdout and stderr. */
  fd: number;
  /** The last lines written since it was opened, indented, with a leading line break; empty if there are none. */
  tail(): string;
  close(): void;
}

/** Opens a log to append to. Readable by its owner alone: a message of a driver may hold a child's data. */
export function openLogFile(path: string): LogFile {
  const fd = openSync(path, 'a+', 0o600);
  const start = fstatSync(fd).size;
  return { path, fd, tail: () => tailOf(path, start), close: () => closeSync(fd) };
}

function tailOf(path: string, start: number, lines = 20): string {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    // A log that has become shorter was begun anew since.
    const from = Math.max(start > size ? 0 : start, size - 16_384);
    const buffer = Buffer.alloc(size - from);
    readSync(fd, buffer, 0, buffer.length, from);
    const last = buffer.toString('utf8').trimEnd().split('\n').slice(-lines);
    return last.length === 1 && last[0] === '' ? '' : `\n${last.map((line) => `  | ${line}`).join('\n')}`;
  } finally {
    closeSync(fd);
  }
}
