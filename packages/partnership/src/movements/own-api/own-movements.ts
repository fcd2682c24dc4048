import {
  connectionFrom,
  decodeCursor,
  pageSize,
  type ChildRecordStatus,
  type Connection,
  type MovementSide,
  type MovementState,
} from '@hub/contract';
import { noteUnseen, type SubgraphContext } from '@hub/subgraph-kit';
import { childrenOfMovements } from '../child-records/child-record-loaders';
import { ownAuthority } from './own-authority';
import { OwnMovement } from './own-movement';

interface Row {
  id: string;
  side: MovementSide;
  child: string;
  state: MovementState | null;
  origin: string;
  destination: string;
  notified: Date | null;
  ended: Date | null;
  /** Microseconds since 1970: since when it is known of. */
  since: string;
}

/** A movement is a caller's own where the own authority has a record for it; to the system it is one, whatever its sides. */
const OWN = `
  SELECT DISTINCT ON (movement_id) movement_id AS id, side, child_pseudonym AS child, movement_state AS state,
    origin_code AS origin, destination_code AS destination, notified_at AS notified, ended_at AS ended,
    (extract(epoch FROM coalesce(notified_at, arrived_on, opened_on, 'epoch'::timestamptz)) * 1000000)::bigint AS since
  FROM child_record WHERE ($1 OR authority = $2)`;

const PAGE = `
  SELECT * FROM (${OWN} AND ($3::text IS NULL OR status = $3) ORDER BY movement_id, side DESC) AS own
  WHERE $4::bigint IS NULL OR (since, id) < ($4, $5) ORDER BY since DESC, id DESC LIMIT $6`;

/** A page of the caller's own movements, latest notice first. */
export async function ownMovementPage(
  context: SubgraphContext,
  status: ChildRecordStatus | null,
  first: number,
  after?: string | null,
): Promise<Connection<OwnMovement>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const [since, id] = isContinued ? decodeCursor(after, 2, ([text]) => /^\d{1,18}$/.test(text!)) : [null, null];
  const { isSystem, code } = ownAuthority(context);
  const rows = await context.dataSource.query<Row[]>(PAGE, [isSystem, code, status, since, id, size + 1]);
  const { edges, pageInfo } = connectionFrom(rows, size, (row) => [row.since, row.id], isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: movementIn(node, isSystem), cursor })), pageInfo };
}

/** One of the caller's own movements; null for another's as for one that is not there. */
export async function ownMovement(context: SubgraphContext, id: string): Promise<OwnMovement | null> {
  const { isSystem, code } = ownAuthority(context);
  const [row] = await context.dataSource.query<Row[]>(`${OWN} AND movement_id = $3`, [isSystem, code, id]);
  if (row) return movementIn(row, isSystem);
  noteUnseen(context, await childrenOfMovements(context.dataSource, [id]));
  return null;
}

function movementIn({ id, side, child, state, origin, destination, notified, ended }: Row, isSystem: boolean) {
  return Object.assign(new OwnMovement(), {
    ...{ id, childPseudonym: child, ownSide: isSystem ? null : side, state },
    ...{ originCode: origin, destinationCode: destination },
    ...{ notifiedAt: notified?.toISOString() ?? null, endedAt: ended?.toISOString() ?? null },
  });
}
