import { readdirSync, readFileSync } from 'node:fs';
import type { RunningHub } from '@hub/cli';
import { pidsOf } from './processes';

/** Milliseconds of a tick of the kernel's clock, in which it counts processor time. */
const TICK = 10;

/** What a hub has cost until now. */
export interface Cost {
  /** Processor time of all its processes, with PostgreSQL's sessions that have ended. */
  cpuMs: number;
  /** What they hold in memory, each shared page counted once (proportional set size). */
  memoryMiB: number;
}

/** What all processes of a hub have cost, PostgreSQL's among them; by `/proc`, so on Linux alone. */
export function cost(hub: RunningHub): Cost {
  const postgres = hub.postgres?.pid;
  const sessions = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postgres);
  const pids = [...pidsOf(hub).values(), postgres].filter((pid) => pid !== undefined).map(String);
  const all = [...pids, ...sessions];
  const ended = postgres === undefined ? 0 : field(String(postgres), 13) + field(String(postgres), 14);
  return {
    cpuMs: (ended + sum(all, (pid) => field(pid, 11) + field(pid, 12))) * TICK,
    memoryMiB: sum(all, proportionalMiB),
  };
}

const sum = (pids: readonly string[], of: (pid: string) => number) => pids.reduce((all, pid) => all + of(pid), 0);
const parentOf = (pid: string) => field(pid, 1);

/** A field of proc(5), counted from behind the name, which may hold spaces; 0 of a process that has just ended. */
function field(pid: string, index: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[index] ?? 0);
}

function proportionalMiB(pid: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
