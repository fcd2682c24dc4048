import { readFileSync } from 'node:fs';
import type { RunningHub } from '@hub/cli';

/** Milliseconds of a tick of the kernel's clock, in which it counts processor time. */
const TICK = 10;

/**
 * Processor time that the gateway and the subgraphs of a hub have used, in milliseconds; without its PostgreSQL. What else
 * the machine does hardly changes it, unlike throughput. Null where there is no `/proc`.
 */
export function processorTime(hub: RunningHub): number | null {
  const pids = [hub.gateway, ...hub.subgraphs.values()].map(({ pid }) => pid);
  try {
    return pids.reduce((sum: number, pid) => sum + ticksOf(pid) * TICK, 0);
  } catch {
    return null;
  }
}

/** Processor time that a process has used, in milliseconds; null where there is no `/proc`. */
export function processorTimeOf(pid: number | undefined): number | null {
  try {
    return ticksOf(pid) * TICK;
  } catch {
    return null;
  }
}

/** In user mode and in the kernel: fields 14 and 15 of proc(5), counted from behind the name, which may hold spaces. */
function ticksOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
