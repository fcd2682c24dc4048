import {
  MovementStepStanding,
  RefusedStepSettlement,
  type Connection,
  type MovementEvent,
  type Refused,
} from '@hub/contract';
import { defineGroupLoader, keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
import { isMicroseconds } from './is-microseconds';
import { ownAuthority } from './own-authority';
import { OwnMovementStep, OwnStepRefusal } from './own-movement-step';

interface StepRow {
  /** An own step on its way has no instant at which it was recorded. */
  body: Omit<MovementEvent, 'recordedAt'> & Partial<Pick<MovementEvent, 'recordedAt'>>;
  child: string | null;
  /** @default null */
  refusal?: Refused | null;
  /** @default null */
  settlement?: RefusedStepSettlement | null;
}

interface InboxRow extends StepRow {
  id: string;
  /** Microseconds since 1970. */
  recorded: string;
}

const CHILD = '(SELECT child_pseudonym FROM child_record WHERE child_record.movement_id = step.movement_id LIMIT 1)';

/** A refused step stands behind what its sender had last, or what the hub had recorded by the time it was written. */
const REFUSED_AT = `coalesce(
  (SELECT position FROM movement_event WHERE message_id = outbox.body ->> 'after'),
  (SELECT max(position) FROM movement_event WHERE movement_id = outbox.movement_id AND recorded_at <= written_at), -1)`;
/** Own steps on their way come last. */
const PENDING_AT = 1_000_000;

/** Steps by movement: those that the hub has recorded, in its order, own ones that it refused among them, and those on their way. */
export const stepsOfMovements = defineGroupLoader<string, OwnMovementStep>(
  async (movementIds, { dataSource }) => {
    const rows = await dataSource.query<StepRow[]>(
      `WITH step AS (
         SELECT movement_id, position AS place, 0 AS sequence, body, NULL::jsonb AS refusal, NULL::jsonb AS settlement
          FROM movement_event WHERE movement_id = ANY($1)
         UNION ALL
         SELECT movement_id, CASE outcome WHEN 'REFUSED' THEN ${REFUSED_AT} ELSE ${PENDING_AT} END, sequence,
           body -> 'event', refusal, settlement
          FROM movement_outbox AS outbox
          WHERE movement_id = ANY($1) AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = outbox.id))
       SELECT body, refusal, settlement, ${CHILD} AS child FROM step ORDER BY movement_id, place, sequence`,
      [movementIds],
    );
    return rows.map(stepIn);
  },
  ({ movement }) => movement,
);

/**
 * A page of the inbox. What the hub has recorded is read in the order of the index `movement_event_latest`; beside it only what
 * waits for an earlier step is sorted.
 */
export function inboxSql(isSystem: boolean, isContinued: boolean): string {
  const own = isSystem
    ? '$2::text IS NULL'
    : 'EXISTS (SELECT FROM child_record AS record WHERE record.movement_id = step.movement_id AND record.authority = $2)';
  const after = isContinued
    ? `AND (recorded_at, message_id) < ('epoch'::timestamptz + $3::bigint * interval '1 microsecond', $4)`
    : '';
  const from = (table: string) => `(SELECT movement_id, message_id, body, recorded_at FROM ${table} AS step
    WHERE ${own} ${after} ORDER BY recorded_at DESC, message_id DESC LIMIT $1)`;
  return `
    SELECT message_id AS id, body, (extract(epoch FROM recorded_at) * 1000000)::bigint AS recorded, ${CHILD} AS child
    FROM (${from('movement_event')} UNION ALL ${from(WAITING)}) AS step
    ORDER BY recorded_at DESC, message_id DESC LIMIT $1`;
}

const WAITING = `(SELECT *, (body ->> 'recordedAt')::timestamptz AS recorded_at FROM movement_waiting)`;

/** A page of what the hub has recorded and the partnership has fetched, latest first. */
export async function inboxPage(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<OwnMovementStep>> {
  const { isSystem, code } = ownAuthority(context);
  const page = await keysetPage<InboxRow>(
    {
      keyOf: ({ recorded, id }) => [recorded, id],
      parts: 2,
      isKey: isMicroseconds,
      read: (key, limit) =>
        context.dataSource.query(inboxSql(isSystem, key !== null), [limit, isSystem ? null : code, ...(key ?? [])]),
    },
    first,
    after,
  );
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: stepIn(node), cursor })) };
}

function stepIn({ body, child, refusal = null, settlement = null }: StepRow): OwnMovementStep {
  const { id, movement, move, side, authority, person, role, occurredAt, recordedAt = null, data } = body;
  const { RECORDED, PENDING, REFUSED } = MovementStepStanding;
  return Object.assign(new OwnMovementStep(), {
    ...{ id, movement, move, side, authority, person, role, occurredAt, recordedAt, childPseudonym: child },
    ...{ reason: data.reason ?? null, confirmation: data.confirmation ?? null },
    standing: recordedAt !== null ? RECORDED : refusal !== null ? REFUSED : PENDING,
    refusal: refusal && refusalIn(refusal, settlement),
    ...{ recordedBy: data.recordedBy ?? null, evidence: data.evidence ?? null },
    ...{ sends: data.sends ?? null, means: data.means ?? null, withheld: data.withheld ?? null },
    ...{ conferenceOn: data.conferenceOn ?? null, conferenceOutcome: data.conferenceOutcome ?? null },
    ...{ organisation: data.organisation ?? null, isShielded: data.isShielded ?? null },
  });
}

function refusalIn({ code, field, message }: Refused, settlement: RefusedStepSettlement | null): OwnStepRefusal {
  return Object.assign(new OwnStepRefusal(), {
    ...{ code, field, message },
    settlement: settlement && Object.assign(new RefusedStepSettlement(), settlement),
  });
}
