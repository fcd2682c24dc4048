/**
 * The first file of every child: runs the real main, and ends the process when the hub that started it is gone, even
 * by SIGKILL. Node tells a child of that by closing the channel between the two; a subgraph knows nothing of it.
 *
 * Arguments: the main file; then the process id of the embedded PostgreSQL and the path of its postmaster.pid, if
 * there is one. PostgreSQL cannot notice for itself that the hub is gone, so the children end it too.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Milliseconds that the main has to end by itself. */
const PATIENCE = 8000;

const [main, postmaster, pidFile] = process.argv.splice(1, 4).slice(1) as [string, string?, string?];
process.argv.splice(1, 0, main);

process.once('disconnect', () => {
  // The main's own handler closes its server and its database; without one, the signal ends the process.
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE).unref();
  endPostgres();
});
// The channel alone must not keep a main alive that has closed everything.
process.channel?.unref();

void import(pathToFileURL(main).href).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

function endPostgres(): void {
  if (postmaster === undefined || pidFile === undefined) return;
  try {
    // A later start may have a PostgreSQL of its own by now.
    if (readFileSync(pidFile, 'utf8').split('\n')[0] === postmaster) process.kill(Number(postmaster), 'SIGINT');
  } catch {
    // It has ended already.
  }
}
