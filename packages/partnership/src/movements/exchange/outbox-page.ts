import { localAuthorityOf } from '@hub/access';
import {
  connectionFrom,
  decodeCursor,
  OutboxMessage,
  pageSize,
  RefusedStepSettlement,
  type Connection,
  type Refused,
  type SentMessage,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';

/** A message as its list reads it. */
export interface OutboxRow {
  sequence: string;
  body: SentMessage;
  writtenAt: Date;
  attempts: number;
  lastProblem: string | null;
  refusal: Refused | null;
  settlement: RefusedStepSettlement | null;
  child: string | null;
}

/** What is read of a message. */
export const OUTBOX_FIELDS = `sequence, body, written_at AS "writtenAt", attempts, last_problem AS "lastProblem", refusal, settlement,
  coalesce(body #>> '{event,data,childPseudonym}', (SELECT child_pseudonym FROM child_record
    WHERE child_record.movement_id = movement_outbox.movement_id LIMIT 1)) AS child`;

/** Whether a message is the caller's: all to the system ($1), and to a person what its authority ($2) or it itself ($3) wrote. */
export const IS_OWN_MESSAGE = `($1 OR body #>> '{event,authority}' = $2 OR body #>> '{event,data,recordedBy}' = $2
  OR body #>> '{event,person}' = $3)`;

/** What stands for $1 to $3 of {@link IS_OWN_MESSAGE}. */
export function ownMessagesOf({ requestIdentity: { caller } }: SubgraphContext) {
  return [caller?.role === 'partnership-system', localAuthorityOf(caller), caller?.person] as const;
}

const UNDELIVERED = `
  SELECT ${OUTBOX_FIELDS} FROM movement_outbox
  WHERE outcome IS DISTINCT FROM 'RECORDED' AND sequence > $4 AND (settlement IS NOT NULL) = $5
    AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = movement_outbox.id) AND ${IS_OWN_MESSAGE}
  ORDER BY sequence LIMIT $6`;

/**
 * A page of the messages that the hub has not recorded, oldest first: of what is open, or of what was refused and somebody has
 * settled.
 */
export async function outboxPage(
  context: SubgraphContext,
  { first, after, settled }: { first: number; after?: string | null | undefined; settled: boolean },
): Promise<Connection<OutboxMessage>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const [place] = isContinued ? decodeCursor(after, 1, ([text]) => /^\d{1,18}$/.test(text!)) : ['0'];
  const rows = await context.dataSource.query<OutboxRow[]>(UNDELIVERED, [
    ...[...ownMessagesOf(context), place, settled, size + 1],
  ]);
  const { edges, pageInfo } = connectionFrom(rows, size, ({ sequence }) => [sequence], isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: outboxMessageOf(node), cursor })), pageInfo };
}

/** A message as the graph shows it. */
export function outboxMessageOf(row: OutboxRow): OutboxMessage {
  const { body, writtenAt, attempts, lastProblem, refusal, settlement, child } = row;
  const { event } = body;
  const { code = null, field = null, message: reason = null } = refusal ?? {};
  return Object.assign(new OutboxMessage(), {
    ...{ messageId: event.id, movement: event.movement, move: event.move, owner: event.person, childPseudonym: child },
    ...{ writtenAt: writtenAt.toISOString(), attempts, lastProblem, code, field, reason },
    settlement: settlement && Object.assign(new RefusedStepSettlement(), settlement),
  });
}
