import { connectionFrom, decodeCursor, pageSize, type Connection, type MovementEvent } from '@hub/contract';
import { defineGroupLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { ownAuthority } from './own-authority';
import { OwnMovementStep } from './own-movement-step';

interface StepRow {
  /** An own step on its way has no instant at which it was recorded. */
  body: Omit<MovementEvent, 'recordedAt'> & Partial<Pick<MovementEvent, 'recordedAt'>>;
  child: string | null;
}

interface InboxRow extends StepRow {
  id: string;
  /** Microseconds since 1970. */
  recorded: string;
}

const CHILD = '(SELECT child_pseudonym FROM child_record WHERE child_record.movement_id = step.movement_id LIMIT 1)';

/** Steps by movement: those that the hub has recorded, in its order, and after them own ones on their way. */
export const stepsOfMovements = defineGroupLoader<string, OwnMovementStep>(
  async (movementIds, { dataSource }) => {
    const rows = await dataSource.query<StepRow[]>(
      `WITH step AS (
         SELECT movement_id, position::bigint AS place, body FROM movement_event WHERE movement_id = ANY($1)
         UNION ALL
         SELECT movement_id, 1000000 + sequence, body -> 'event' FROM movement_outbox
          WHERE movement_id = ANY($1) AND outcome IS DISTINCT FROM 'REFUSED'
            AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = movement_outbox.id))
       SELECT body, ${CHILD} AS child FROM step ORDER BY movement_id, place`,
      [movementIds],
    );
    return rows.map(stepIn);
  },
  ({ movement }) => movement,
);

const INBOX = `
  WITH step AS (
    SELECT movement_id, message_id AS id, body FROM movement_event
    UNION ALL SELECT movement_id, message_id, body FROM movement_waiting),
  own AS (
    SELECT step.*, (extract(epoch FROM (body ->> 'recordedAt')::timestamptz) * 1000000)::bigint AS recorded FROM step
    WHERE $1 OR EXISTS (SELECT FROM child_record AS record
      WHERE record.movement_id = step.movement_id AND record.authority = $2))
  SELECT id, body, recorded, ${CHILD} AS child FROM own AS step
  WHERE $3::bigint IS NULL OR (recorded, id) < ($3, $4) ORDER BY recorded DESC, id DESC LIMIT $5`;

/** A page of what the hub has recorded and the partnership has fetched, latest first. */
export async function inboxPage(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<OwnMovementStep>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const [recorded, id] = isContinued ? decodeCursor(after, 2, ([text]) => /^\d{1,18}$/.test(text!)) : [null, null];
  const { isSystem, code } = ownAuthority(context);
  const rows = await context.dataSource.query<InboxRow[]>(INBOX, [isSystem, code, recorded, id, size + 1]);
  const { edges, pageInfo } = connectionFrom(rows, size, (row) => [row.recorded, row.id], isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: stepIn(node), cursor })), pageInfo };
}

function stepIn({ body, child }: StepRow): OwnMovementStep {
  const { id, movement, move, side, authority, person, role, occurredAt, recordedAt = null, data } = body;
  return Object.assign(new OwnMovementStep(), {
    ...{ id, movement, move, side, authority, person, role, occurredAt, recordedAt, childPseudonym: child },
    ...{ reason: data.reason ?? null, confirmation: data.confirmation ?? null },
  });
}
