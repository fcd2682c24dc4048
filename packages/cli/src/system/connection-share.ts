/** What the gateway, its listener, administrators and a backup need beside the subgraphs. */
const OTHERS = 20;
/** More than that a process makes no use of: it computes on one thread. */
const MOST = 10;
/** A process of a subgraph listens on one more than its pool has. */
const LISTENING = 1;

/** How many connections each process of a subgraph may pool, so that all processes together fit. */
export function connectionShare(maxConnections: number, processes: number): number {
  return Math.max(1, Math.min(MOST, Math.floor((maxConnections - OTHERS) / processes) - LISTENING));
}
