import { readdirSync, readFileSync } from 'node:fs';

/** Nanoseconds on the processor of each thread of some processes, by process and thread (proc(5), Linux). */
export type ThreadTimes = ReadonlyMap<string, { pid: number; ns: number }>;

/** What every thread has used until now; of processes that end meanwhile, nothing. */
export function threadTimes(pids: readonly number[]): ThreadTimes {
  const times = new Map<string, { pid: number; ns: number }>();
  for (const pid of pids) {
    for (const thread of orNone(() => readdirSync(`/proc/${pid}/task`))) {
      const [ns] = orNone(() => [readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')]).map(parseFloat);
      if (ns !== undefined) times.set(`${pid}/${thread}`, { pid, ns });
    }
  }
  return times;
}

/** Nanoseconds that some of the processes used between two looks; threads that began between them included. */
export function usedBetween(before: ThreadTimes, after: ThreadTimes, isOf: (pid: number) => boolean): number {
  let sum = 0;
  for (const [thread, { pid, ns }] of after) if (isOf(pid)) sum += ns - (before.get(thread)?.ns ?? 0);
  return sum;
}

/** A process and all that descends from it. */
export function descendantsOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    const [stat] = orNone(() => [readFileSync(`/proc/${pid}/stat`, 'utf8')]);
    if (stat === undefined) continue;
    // Behind the name, which may hold spaces.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const withChildren = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(withChildren)];
  return withChildren(root);
}

function orNone<Value>(read: () => Value[]): Value[] {
  try {
    return read();
  } catch {
    return [];
  }
}
