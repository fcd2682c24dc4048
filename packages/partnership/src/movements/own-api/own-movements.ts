import { isOfReference } from '@hub/contract';
import type { ChildRecordStatus, Connection, MovementSide, MovementState } from '@hub/contract';
import { keysetPage, noteUnseen, type SubgraphContext } from '@hub/subgraph-kit';
import { childrenOfMovements } from '../child-records/child-record-loaders';
import { KNOWN_SINCE } from '../migrations/own-pages';
import { ofChildSql } from '../store/child-links';
import { isMicroseconds } from './is-microseconds';
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
  expected: string | null;
  /** Microseconds since 1970: since when it is known of. */
  since: string;
}

/** A movement is a caller's own where the own authority has a record for it; to the system it is one, whatever its sides. */
const FIELDS = `movement_id AS id, side, child_pseudonym AS child, movement_state AS state, origin_code AS origin,
  destination_code AS destination, notified_at AS notified, ended_at AS ended, expected_on::text AS expected`;

/**
 * A page of own movements, read in the order of an index: `child_record_latest` for the system, `child_record_own_latest` for
 * an authority.
 *
 * @param isSystem - whether all are own: $2 is null then, and else the authority. $1 is the status.
 */
export function ownMovementsSql(isSystem: boolean, isContinued: boolean): string {
  const ofStatus = (row: string) => `($1::text IS NULL OR ${row}.status = $1)`;
  const own = isSystem
    ? `$2::text IS NULL AND side = (SELECT side FROM child_record AS either
        WHERE either.movement_id = own.movement_id AND ${ofStatus('either')} ORDER BY side DESC LIMIT 1)`
    : 'authority = $2';
  const key = `'epoch'::timestamptz + $4::bigint * interval '1 microsecond'`;
  return `
    SELECT ${FIELDS}, (extract(epoch FROM ${KNOWN_SINCE}) * 1000000)::bigint AS since FROM child_record AS own
    WHERE ${ofStatus('own')} AND ${own} ${isContinued ? `AND (${KNOWN_SINCE}, movement_id) < (${key}, $5)` : ''}
    ORDER BY ${KNOWN_SINCE} DESC, movement_id DESC LIMIT $3`;
}

/** A page of the caller's own movements, latest notice first. */
export async function ownMovementPage(
  context: SubgraphContext,
  status: ChildRecordStatus | null,
  first: number,
  after?: string | null,
): Promise<Connection<OwnMovement>> {
  const { isSystem, code } = ownAuthority(context);
  const page = await keysetPage<Row>(
    {
      keyOf: ({ since, id }) => [since, id],
      parts: 2,
      isKey: isMicroseconds,
      read: (key, limit) =>
        context.dataSource.query(ownMovementsSql(isSystem, key !== null), [
          ...[status, isSystem ? null : code, limit],
          ...(key ?? []),
        ]),
    },
    first,
    after,
  );
  const edges = page.edges.map(({ node, cursor }) => ({ node: movementIn(node, isSystem), cursor }));
  return { ...page, edges };
}

/** One of the caller's own movements; null for another's as for one that is not there. */
export async function ownMovement(context: SubgraphContext, id: string): Promise<OwnMovement | null> {
  const { isSystem, code } = ownAuthority(context);
  const [row] = await context.dataSource.query<Row[]>(
    `SELECT ${FIELDS} FROM child_record WHERE ($1 OR authority = $2) AND movement_id = $3 ORDER BY side DESC LIMIT 1`,
    [isSystem, code, id],
  );
  if (row) return movementIn(row, isSystem);
  noteUnseen(context, await childrenOfMovements(context.dataSource, [id]));
  return null;
}

/**
 * The movements and arrivals of a child that are the caller's own, latest first, at most 100. Those of an adopted child are not
 * looked at: nothing links to them.
 *
 * @param pseudonyms - all that the child may be known by
 */
export async function ownMovementsOfChild(
  context: SubgraphContext,
  pseudonyms: readonly string[],
): Promise<OwnMovement[]> {
  const { isSystem, code } = ownAuthority(context);
  const rows = await context.dataSource.query<Row[]>(
    `SELECT ${FIELDS} FROM child_record WHERE ($1 OR authority = $2) AND ${ofChildSql('$3')} AND NOT is_adopted
     ORDER BY ${KNOWN_SINCE} DESC, movement_id DESC LIMIT 100`,
    [isSystem, code, pseudonyms],
  );
  return rows.map((row) => movementIn(row, isSystem));
}

function movementIn(
  { id, side, child, state, origin, destination, notified, ended, expected }: Row,
  isSystem: boolean,
) {
  return Object.assign(new OwnMovement(), {
    ...{ id, childPseudonym: child, ownSide: isSystem ? null : side, state },
    ...{ originCode: origin, destinationCode: destination, expectedOn: expected, isUnnumbered: isOfReference(child) },
    ...{ notifiedAt: notified?.toISOString() ?? null, endedAt: ended?.toISOString() ?? null },
  });
}
