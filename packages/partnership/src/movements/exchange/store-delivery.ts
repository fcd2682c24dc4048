import { MovementMove, type MovementEvent } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { followLinks } from '../store/child-links';
import { MovementEventRecord, MovementWaitingRecord } from '../store/movement-records';
import { acknowledgeNotice } from './acknowledge-notice';
import { bringUpToDate } from './bring-up-to-date';
import type { InboxDelivery } from './inbox-delivery';
import type { OwnSide } from './own-side';

/** A recorded move, and the one it follows. */
interface Recorded {
  event: MovementEvent;
  after: string | null;
}

/**
 * Stores what the hub says of one movement, with all that follows from it: the history in the hub's order, what became of
 * own messages, the record, and the acknowledgement of a notice. To be run in a transaction. Twice is once.
 */
export async function storeDeliveries(
  manager: EntityManager,
  own: OwnSide,
  deliveries: readonly InboxDelivery[],
): Promise<void> {
  const { movement } = deliveries[0]!;
  const placed = await placeMoves(
    manager,
    movement,
    deliveries.filter((delivery) => delivery.kind === 'RECORDED'),
  );
  await settleOwn(manager, deliveries);
  const state = await bringUpToDate(manager, own, movement);
  await followLinks(
    manager,
    placed.map(({ event }) => event),
  );
  // An amendment may have made the partnership the destination.
  const isNotice = ({ event: { move } }: Recorded) =>
    move === MovementMove.NOTIFY || move === MovementMove.AMEND_NOTICE;
  if (placed.some(isNotice)) await acknowledgeNotice(manager, own, state);
}

/** Gives each move its place in the history; one that came before what it follows waits for that. */
async function placeMoves(manager: EntityManager, movementId: string, fetched: readonly Recorded[]) {
  const history = await manager.query<{ id: string }[]>(
    'SELECT message_id AS id FROM movement_event WHERE movement_id = $1 ORDER BY position',
    [movementId],
  );
  const waiting = await manager.query<Recorded[]>(
    'SELECT body AS event, after FROM movement_waiting WHERE movement_id = $1',
    [movementId],
  );
  const known = new Set(history.map(({ id }) => id));
  const following = new Map(
    [...fetched, ...waiting].filter(({ event }) => !known.has(event.id)).map((move) => [move.after, move]),
  );
  const placed: Recorded[] = [];
  for (let last = history.at(-1)?.id ?? null; following.has(last); last = placed.at(-1)!.event.id) {
    placed.push(following.get(last)!);
    following.delete(last);
  }
  await write(manager, { movementId, first: history.length, placed, waiting: [...following.values()] });
  return placed;
}

async function write(
  manager: EntityManager,
  {
    movementId,
    first,
    placed,
    waiting,
  }: { movementId: string; first: number; placed: readonly Recorded[]; waiting: readonly Recorded[] },
): Promise<void> {
  if (placed.length > 0) {
    const rows = placed.map(({ event }, index) => ({
      ...{ movementId, position: first + index, messageId: event.id, recordedAt: event.recordedAt, body: event },
    }));
    await manager.insert(MovementEventRecord, rows);
    await manager.delete(
      MovementWaitingRecord,
      placed.map(({ event }) => event.id),
    );
  }
  if (waiting.length > 0) {
    const fetchedAt = new Date().toISOString();
    const rows = waiting.map(({ event, after }) => ({
      ...{ messageId: event.id, movementId, after: after!, body: event, fetchedAt },
    }));
    await manager.createQueryBuilder().insert().into(MovementWaitingRecord).values(rows).orIgnore().execute();
  }
}

/** What the inbox says of own messages holds also where a receipt was lost. */
async function settleOwn(manager: EntityManager, deliveries: readonly InboxDelivery[]): Promise<void> {
  const outcomes = deliveries.map((delivery) =>
    delivery.kind === 'RECORDED'
      ? { id: delivery.event.id, outcome: 'RECORDED', refusal: null }
      : { id: delivery.messageId, outcome: 'REFUSED', refusal: delivery.refusal },
  );
  await manager.query(
    `UPDATE movement_outbox AS message
     SET delivered_at = coalesce(delivered_at, now()), outcome = settled.outcome, refusal = settled.refusal,
       last_problem = NULL
     FROM jsonb_to_recordset($1) AS settled(id text, outcome text, refusal jsonb)
     WHERE message.id = settled.id AND message.outcome IS DISTINCT FROM 'RECORDED'`,
    [JSON.stringify(outcomes)],
  );
}
