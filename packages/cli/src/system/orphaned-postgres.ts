import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { worksOn } from './process-identity';

/**
 * Ends the PostgreSQL of a hub that was killed. Its process id is looked up only now, as it may have been started again;
 * and it is that hub's own as long as the lock is: a later hub takes the lock before it starts a PostgreSQL. So the lock is
 * read after the id.
 *
 * @param pidFile - PostgreSQL's own note of its process id
 * @param lock - the hub's lock, and what it said while that hub ran
 */
export function endOrphanedPostgres(pidFile: string, lock: { file: string; text: string }): void {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    if (readFileSync(lock.file, 'utf8') !== lock.text) return;
    // The note outlives a PostgreSQL that was killed, and its id may be another's by now.
    if (pid > 0 && worksOn(pid, dirname(pidFile))) process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
}
