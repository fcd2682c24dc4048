/**
 * The health check of a container: 0 when its process is ready. One that answers nothing at all for 15 seconds is ended, so
 * that `restart: unless-stopped` starts it again: Docker restarts what has ended, and leaves alone what is unhealthy.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const SILENCE_MS = 15_000;
const READY_MS = 4_000;
const port = Number(process.env.PORT);
const statusOf = async (health, ms) =>
  (await fetch(`http://127.0.0.1:${port}/health/${health}`, { signal: AbortSignal.timeout(ms) })).status;

try {
  await statusOf('live', SILENCE_MS);
} catch (error) {
  // Other errors are those of a process that does not listen yet, or drops connections: neither hangs.
  if (error.name === 'TimeoutError') process.kill(listenerAt(port), 'SIGKILL');
  process.exit(1);
}
process.exit(
  await statusOf('ready', READY_MS).then(
    (status) => (status === 200 ? 0 : 1),
    () => 1,
  ),
);

/** The id of the process that listens at a port, by the kernel's table of sockets: proc(5). */
function listenerAt(port) {
  const isListening = ([, local = '', , state]) =>
    state === '0A' && local.endsWith(`:${port.toString(16).toUpperCase().padStart(4, '0')}`);
  const sockets = ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(isListening)
    .map((fields) => `socket:[${fields[9]}]`);
  return Number(
    readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && filesOf(pid).some((file) => sockets.includes(file))),
  );
}

/** What a process has open; nothing of one that is not ours to see. */
function filesOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
