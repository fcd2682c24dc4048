import { readFileSync } from 'node:fs';
import type { RunningHub } from '@hub/cli';

/** A process of a hub; `pid` is undefined between its end and its next start. */
interface HubProcess {
  port: number;
  pid: number | undefined;
}

/** Every process of the subgraphs by its own name: a subgraph may have several. */
export function subgraphProcesses(hub: RunningHub): ReadonlyMap<string, HubProcess> {
  const { processes } = hub as { processes?: ReadonlyMap<string, HubProcess> };
  return processes ?? hub.subgraphs;
}

/** Process ids of the gateway and the subgraphs, by name. */
export function pidsOf(hub: RunningHub): Map<string, number | undefined> {
  const named = [['gateway', hub.gateway], ...subgraphProcesses(hub)] as const;
  return new Map(named.map(([name, { pid }]) => [name, pid]));
}

/** What a process holds in memory now, in MiB (proc(5), Linux); null where that cannot be read. */
export function residentMiB(pid: number | undefined): number | null {
  try {
    const [, kB] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  } catch {
    return null;
  }
}

/** Looks at the memory of a hub's processes until told to stop. */
export class MemoryWatch {
  /** The most that each process held, in MiB, by name. */
  readonly most = new Map<string, number>();
  readonly #timer = setInterval(() => this.#look(), 200);

  constructor(private readonly hub: RunningHub) {
    this.#look();
  }

  stop(): ReadonlyMap<string, number> {
    clearInterval(this.#timer);
    this.#look();
    return this.most;
  }

  #look(): void {
    for (const [name, pid] of pidsOf(this.hub)) {
      this.most.set(name, Math.max(this.most.get(name) ?? 0, residentMiB(pid) ?? 0));
    }
  }
}
