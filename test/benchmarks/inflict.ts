import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningHub } from '@hub/cli';
import { Client } from 'pg';
import { pidsOf, subgraphProcesses } from './processes';

/** Milliseconds for which a process is stopped, unless it is ended meanwhile. */
const HUNG_MS = 15_000;
const PROBE_MS = 100;

/** Kills a process of a hub, or stops it for some time. */
export async function inflict(hub: RunningHub, name: string, how: 'kill' | 'hang'): Promise<void> {
  if (how === 'kill') return hub.kill(name, 'SIGKILL');
  // Its postmaster alone would leave its open connections at work.
  const pids = name === 'postgres' ? treeOf(hub.postgres!.pid!) : [pidsOf(hub).get(name)!];
  for (const pid of pids) send(pid, 'SIGSTOP');
  void sleep(HUNG_MS).then(() => pids.forEach((pid) => send(pid, 'SIGCONT')));
}

/** Resolves when a process has answered for itself again, or for ever where it never stopped; false after `patience` ms. */
export async function returned(hub: RunningHub, name: string, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  // One that is started again at once may never be seen to be away.
  const seen = performance.now() + 2_000;
  while ((await answers(hub, name)) && performance.now() < seen) await sleep(PROBE_MS);
  while (performance.now() < end) {
    if (await answers(hub, name)) return true;
    await sleep(PROBE_MS);
  }
  return false;
}

async function answers(hub: RunningHub, name: string): Promise<boolean> {
  if (name === 'postgres') return postgresAnswers(hub);
  const { port } = name === 'gateway' ? hub.gateway : subgraphProcesses(hub).get(name)!;
  const url = `http://127.0.0.1:${port}/health/${name === 'gateway' ? 'live' : 'ready'}`;
  return fetch(url, { signal: AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function postgresAnswers(hub: RunningHub): Promise<boolean> {
  const client = new Client({
    connectionString: hub.databaseUrl('london-scp'),
    connectionTimeoutMillis: 500,
    query_timeout: 500,
  });
  client.on('error', () => undefined);
  return client
    .connect()
    .then(() => client.query('SELECT 1'))
    .then(
      () => true,
      () => false,
    )
    .finally(() => void client.end().catch(() => undefined));
}

/** A process and all below it, itself first. */
function treeOf(pid: number): number[] {
  const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [pid, ...below.flatMap(treeOf)];
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended, or was ended because it hung.
  }
}
