import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, sessionsOn, worksOn } from './process-identity';

/**
 * Ends a PostgreSQL that an earlier hub left running on this data (that hub was ended by SIGKILL, together with the
 * children that would have ended PostgreSQL for it). The caller holds the lock, so nobody else uses it.
 *
 * @returns whether there was one
 */
export async function endStalePostmaster(data: string): Promise<boolean> {
  const file = `${data}/postmaster.pid`;
  const pid = await postmasterPid(file);
  if (pid === null || !isAlive(pid)) return false;
  if (!worksOn(pid, data)) {
    // The id was used again by somebody else, and PostgreSQL would take that process for itself.
    await rm(file, { force: true });
    return false;
  }
  await endPostmaster(pid);
  return true;
}

/**
 * Ends the sessions of a PostgreSQL whose first process was killed. Most end by themselves then; one that computes or is
 * stopped does not, and while it holds the shared memory no other PostgreSQL starts on this data. What they had not
 * committed is undone by the recovery that follows in any case.
 */
export async function endLeftSessions(data: string): Promise<void> {
  const pid = await postmasterPid(`${data}/postmaster.pid`);
  if (pid === null || (isAlive(pid) && worksOn(pid, data))) return;
  for (const session of sessionsOn(data)) {
    try {
      process.kill(session, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Ends PostgreSQL: SIGINT closes every session and writes a checkpoint; SIGQUIT leaves that to the next start. */
export async function endPostmaster(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const end = Date.now() + seconds * 1000;
    while (isAlive(pid) && Date.now() < end) await sleep(20);
    if (!isAlive(pid)) return;
  }
}

async function postmasterPid(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}
