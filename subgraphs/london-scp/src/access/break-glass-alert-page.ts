import type { BreakGlassAlert as LoggedAlert } from '@hub/audit';
import { connectionFrom, pageSize, type Connection } from '@hub/contract';
import { type SubgraphContext, placeAfter } from '@hub/subgraph-kit';
import { BreakGlassAlert } from './break-glass-alert';

/** A page of alerts, latest first. */
export async function breakGlassAlertPage(
  { audit }: SubgraphContext,
  isOpen: boolean | null | undefined,
  first: number,
  after?: string | null,
): Promise<Connection<BreakGlassAlert>> {
  const size = pageSize(first);
  const found = await audit.alerts({ isOpen: isOpen ?? undefined }, { first: size + 1, after: placeAfter(after) });
  const { edges, pageInfo } = connectionFrom(found, size, ({ seq }) => [String(seq)], typeof after === 'string');
  return { edges: edges.map(({ node, cursor }) => ({ node: alertOf(node), cursor })), pageInfo };
}

function alertOf({ closed, ...raised }: LoggedAlert): BreakGlassAlert {
  return Object.assign(new BreakGlassAlert(), raised, {
    isOpen: closed === null,
    closedAt: closed?.closedAt ?? null,
    closedBy: closed?.person ?? null,
    finding: closed?.finding ?? null,
  });
}
