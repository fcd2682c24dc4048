/** What the gateway holds at most: its pools on the record of access and the registry, and one by each on which it listens. */
export const GATEWAY_CONNECTIONS = 8;
/** What a process of a subgraph holds beside its pool: one on which it listens, and one by which it cancels statements. */
export const BESIDE_POOL = 2;
/** What administrators, `hub audit verify` and a backup need, beside what the server reserves for its superuser. */
export const SPARE = 5;
/** More than that a process makes no use of: it computes on one thread. */
const MOST = 10;

/**
 * How many connections each process of a subgraph may pool, so that all processes together fit into a server. Where that
 * leaves none, it is one, if at least all but those that cancel statements fit: without it a statement ends at its own limit.
 *
 * @param available - sessions that the server has for the hub, at once
 * @param processes - those of subgraphs that use the server
 * @param hasGateway - whether the gateway uses it too
 * @returns null where there are too few
 */
export function connectionShare(available: number, processes: number, hasGateway: boolean): number | null {
  const each = Math.floor((available - SPARE - (hasGateway ? GATEWAY_CONNECTIONS : 0)) / processes);
  if (each < BESIDE_POOL) return null;
  return Math.min(MOST, Math.max(1, each - BESIDE_POOL));
}

/** How many sessions a server must have at least. */
export function leastConnections(processes: number, hasGateway: boolean): number {
  return processes * BESIDE_POOL + SPARE + (hasGateway ? GATEWAY_CONNECTIONS : 0);
}
