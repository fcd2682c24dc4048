import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from '../errors';
import { isAlive, startTimeOf } from './process-identity';

/** What a lock file says of the hub that holds it. */
export interface LockContent {
  pid: number;
  /** See {@link startTimeOf}. */
  processStart: string | null;
  /** An ISO instant. */
  startedAt: string;
  url: string;
}

/** A lock that is held. */
export interface Lock {
  /** Removes the file, if it is still ours. */
  release(): Promise<void>;
}

/**
 * Takes the lock of a state folder, or says which hub holds it. The file of a process that is gone is taken over.
 *
 * @param file - path of the lock
 * @param url - where the hub will be, for the message that a second start prints
 */
export async function takeLock(file: string, home: string, url: string): Promise<Lock> {
  const mine: LockContent = {
    pid: process.pid,
    processStart: startTimeOf(process.pid),
    startedAt: new Date().toISOString(),
    url,
  };
  const text = `${JSON.stringify(mine)}\n`;
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await writeFile(file, text, { flag: 'wx', mode: 0o644 });
      return { release: () => release(file, text) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await readFile(file, 'utf8').catch(() => null);
    if (found === null) continue;
    const holder = parse(found);
    if (holder !== null && isHeld(holder)) throw held(holder, home);
    // Created and not yet written is a matter of microseconds; a file that stays unreadable was left by a crash.
    if (holder === null && attempt < 5) await sleep(50);
    else await removeStale(file, found, home);
  }
  throw new HubError('HOME_UNUSABLE', { home, reason: `the lock ${file} cannot be taken` });
}

function isHeld(holder: LockContent): boolean {
  if (!isAlive(holder.pid)) return false;
  return holder.processStart === null || holder.processStart === startTimeOf(holder.pid);
}

/** Two starts may find the same stale file. Moving it aside first shows the slower one that it took a fresh lock. */
async function removeStale(file: string, stale: string, home: string): Promise<void> {
  const aside = `${file}.${process.pid}.${Date.now()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readFile(aside, 'utf8');
  const holder = parse(moved);
  if (moved !== stale && holder !== null) {
    await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
    throw held(holder, home);
  }
  await rm(aside, { force: true });
}

async function release(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) await rm(file, { force: true });
}

function parse(text: string): LockContent | null {
  try {
    const content = JSON.parse(text) as LockContent;
    return Number.isInteger(content.pid) && content.pid > 0 ? content : null;
  } catch {
    return null;
  }
}

function held(holder: LockContent, home: string): HubError {
  return new HubError('HUB_ALREADY_RUNS', { url: holder.url, pid: holder.pid, home });
}
