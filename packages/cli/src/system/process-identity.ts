import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether a process with this id runs. A process that has ended but was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || statOf(pid)?.[0] !== 'Z';
}

/**
 * A text that differs between two processes which had the same id one after the other, or null where it cannot be
 * known. Ids are used again; an id alone does not say that a lock's owner still runs.
 */
export function startTimeOf(pid: number): string | null {
  if (process.platform === 'linux') return statOf(pid)?.[19] ?? null;
  return ps(pid, 'lstart=');
}

/** Whether a process works on a folder: it stands in it, or, where that cannot be seen, was started with its path. */
export function worksOn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return ps(pid, 'command=')?.includes(folder) ?? false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/** Processes of PostgreSQL that work on a folder without being its first; none where that cannot be seen. */
export function sessionsOn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => worksOn(pid, folder) && titleOf(pid).startsWith('postgres: '));
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The fields of /proc/<pid>/stat from the third on: the second, a name in brackets, may itself hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function ps(pid: number, column: string): string | null {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const args = ['-p', String(pid), '-o', column];
    return execFileSync('ps', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
