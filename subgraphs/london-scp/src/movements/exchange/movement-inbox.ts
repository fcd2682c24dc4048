import { pageSize, type MovementMessage as RecordedMessage, type SentMessage } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import type { MovementDeliveryProblem } from './delivery-problem';
import type { DeliveryBody } from './message-records';
import { MovementDelivery, MovementMessage, MovementMessageRefusal } from './movement-delivery';

interface WaitingDelivery {
  id: string;
  body: DeliveryBody;
  problem: MovementDeliveryProblem | null;
  child: string | null;
}

/** What waits for a partnership ($1), at most so many ($2). */
export const INBOX = `
  SELECT delivery.id, delivery.body, delivery.problem, movement.child_pseudonym AS child
  FROM movement_delivery AS delivery LEFT JOIN child_movement AS movement ON movement.id = delivery.movement_id
  WHERE delivery.recipient = $1 AND delivery.acknowledged_at IS NULL
  ORDER BY delivery.problem_at IS NOT NULL, delivery.id LIMIT $2`;

/**
 * What waits for a partnership: the same until it is acknowledged. Oldest first; what it could not take before comes last, so
 * that it holds up nothing.
 */
export async function movementInbox(
  { dataSource }: SubgraphContext,
  partnership: string,
  first: number,
): Promise<MovementDelivery[]> {
  const waiting = await dataSource.query<WaitingDelivery[]>(INBOX, [partnership, pageSize(first)]);
  return waiting.map(({ id, body, problem, child }) => {
    const [sent, refusal] = 'message' in body ? [body.message, null] : [body.refused, body.refusal];
    const message = messageOf(sent, child);
    return Object.assign(new MovementDelivery(), {
      ...{ id, message, problem, refusal: refusal && Object.assign(new MovementMessageRefusal(), refusal) },
    });
  });
}

/** A message as the graph shows it: as it was sent, or with the hub's time once it is recorded. */
export function messageOf({ event, after }: SentMessage | RecordedMessage, child: string | null): MovementMessage {
  const { id, movement, move, side, authority, person, role, occurredAt, data } = event;
  return Object.assign(new MovementMessage(), {
    ...{ id, movement, after, move, side, authority, person, role, occurredAt },
    recordedAt: 'recordedAt' in event ? event.recordedAt : null,
    data: JSON.stringify(data),
    childPseudonym: child ?? data.childPseudonym ?? null,
  });
}

/** Takes deliveries off a partnership's list; the same again changes nothing. Another's, and unknown ones, are left out. */
export async function acknowledgeDeliveries(
  { dataSource }: SubgraphContext,
  partnership: string,
  ids: readonly string[],
): Promise<string[]> {
  const [rows] = await dataSource.query<[{ id: string }[], number]>(
    `UPDATE movement_delivery SET acknowledged_at = coalesce(acknowledged_at, now())
     WHERE id = ANY($1) AND recipient = $2 RETURNING id`,
    [ids.filter((id) => /^\d{1,18}$/.test(id)), partnership],
  );
  return rows.map(({ id }) => id);
}
