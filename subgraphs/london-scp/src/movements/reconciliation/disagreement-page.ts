import { connectionFrom, decodeCursor, pageSize, type Connection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { partyCodes } from '../party-codes';
import { DisagreeingMovement } from './disagreeing-movement';
import { comparePlaces, placeOf, type Disagreement } from './reconcile-movements';

/**
 * A page of the disagreements about movements that the caller is party to. No purpose widens it. Of a child who arrived
 * without a notice the destination alone is a party.
 */
export async function disagreementPage(
  context: SubgraphContext,
  found: readonly Disagreement[],
  first: number,
  after?: string | null,
): Promise<Connection<DisagreeingMovement>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const place = isContinued ? decodeCursor(after, 2) : ['', ''];
  const codes = new Set<string | null>(await partyCodes(context));
  const rows = found
    .filter(({ originCode, destinationCode }) => codes.has(originCode) || codes.has(destinationCode))
    .filter((row) => comparePlaces(placeOf(row), place) > 0)
    .slice(0, size + 1)
    .map((row) => Object.assign(new DisagreeingMovement(), row));
  return connectionFrom(rows, size, placeOf, isContinued);
}
