import { AccessRecord, connectionFrom, pageSize, type AccessOutcome, type Connection } from '@hub/contract';
import { placeAfter } from '../recording/place-after';
import type { SubgraphContext } from '../subgraph-context';

type Log = SubgraphContext['audit'];
type LoggedAccess = Awaited<ReturnType<Log['search']>>[number];

/** A page of the subgraph's own record of access, latest first. */
export async function accessRecordPage(
  { audit }: SubgraphContext,
  filter: Parameters<Log['search']>[0],
  first: number,
  after?: string | null,
): Promise<Connection<AccessRecord>> {
  const size = pageSize(first);
  const found = await audit.search(filter, { first: size + 1, after: placeAfter(after) });
  const { edges, pageInfo } = connectionFrom(found, size, ({ seq }) => [String(seq)], typeof after === 'string');
  return { edges: edges.map(({ node, cursor }) => ({ node: accessRecordOf(node), cursor })), pageInfo };
}

/** An entry of the log as the graph shows it. */
export function accessRecordOf({ recordedAt, outcome, ...entry }: LoggedAccess): AccessRecord {
  return Object.assign(new AccessRecord(), entry, { at: recordedAt, outcome: outcome as AccessOutcome });
}
