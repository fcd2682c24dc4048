/**
 * The first file of every child: runs the real main, and ends the process when the hub that started it is gone, even
 * by SIGKILL. Node tells a child of that by closing the channel between the two; a subgraph knows nothing of it.
 *
 * Arguments: the main file; then, if there is an embedded PostgreSQL, the paths of its postmaster.pid and of the hub's
 * lock. PostgreSQL cannot notice for itself that the hub is gone, so the children end it too.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { endOrphanedPostgres } from './orphaned-postgres';

/** Milliseconds that the main has to end by itself. */
const PATIENCE = 8000;

const [main, pidFile, lockFile] = process.argv.splice(1, 4).slice(1) as [string, string?, string?];
process.argv.splice(1, 0, main);
// Of the hub that has started this process, which holds it as long as it runs.
const lock = lockFile === undefined ? '' : readFileSync(lockFile, 'utf8');

process.once('disconnect', () => {
  // The main's own handler closes its server and its database; without one, the signal ends the process.
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE).unref();
  if (pidFile !== undefined && lockFile !== undefined) endOrphanedPostgres(pidFile, { file: lockFile, text: lock });
});
// The channel alone must not keep a main alive that has closed everything.
process.channel?.unref();

void import(pathToFileURL(main).href).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
