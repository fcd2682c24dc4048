import { copyFileSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../errors';

/** A log that has passed so many bytes becomes `<name>.log.1`, in place of the one before. */
const LIMIT = 10 * 1024 * 1024;
/** Milliseconds between two looks: by what a process writes in that time, a log may pass the limit. */
const EVERY_MS = 1000;

/**
 * Keeps the logs of a folder small while processes write to them. Each writes to a file that it was given open, and cannot
 * be told to open another; so the file is copied and cut to nothing, and what is written to its end next, is written to its
 * beginning. A line that comes between the two is lost.
 *
 * @returns ends it
 */
export function rotateLogs(folder: string, say: (line: string) => void): () => void {
  rotateOnce(folder, say);
  const timer = setInterval(() => rotateOnce(folder, say), EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** Rotates what has passed the limit. @param limit - bytes */
export function rotateOnce(folder: string, say: (line: string) => void, limit = LIMIT): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.log'))) {
    const log = join(folder, name);
    try {
      if (statSync(log).size > limit) rotate(log);
    } catch (error) {
      say(`The log ${log} was not kept: ${reasonOf(error)}`);
    }
  }
}

function rotate(log: string): void {
  try {
    // First, so that a full disk has room for what takes its place.
    rmSync(`${log}.1`, { force: true });
    copyFileSync(log, `${log}.1`);
  } finally {
    // Also where no copy could be made: a disk that logs have filled stops the databases.
    truncateSync(log);
  }
}
