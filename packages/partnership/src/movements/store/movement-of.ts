import {
  applyMove,
  foldEvents,
  recordedAfter,
  type Movement,
  type MovementEvent,
  type SentMessage,
} from '@hub/contract';
import { defineLoader, lockKey } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** A movement as the partnership has it. */
export interface OwnMovement {
  /** Null where there is no notice of it. */
  movement: Movement | null;
  /** Id of the last message in it: the next one follows that. */
  lastMessage: string | null;
  /** How many of its moves the hub has recorded. */
  recorded: number;
}

const READ = `
  SELECT id, clock_timestamp() AS now,
    (SELECT coalesce(jsonb_agg(body ORDER BY position), '[]') FROM movement_event WHERE movement_id = movement.id) AS events,
    (SELECT coalesce(jsonb_agg(body ORDER BY sequence), '[]') FROM movement_outbox
      WHERE movement_id = movement.id AND outcome IS DISTINCT FROM 'REFUSED'
        AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = movement_outbox.id)) AS pending
  FROM unnest($1::text[]) AS movement(id)`;

/** What the partnership has of a movement. */
interface Kept {
  now: Date;
  /** As the hub has recorded it. */
  events: MovementEvent[];
  /** Own messages that are still on their way. */
  pending: SentMessage[];
}

/**
 * A movement as the partnership has it: what the hub has recorded, and after that its own messages that are still on their
 * way, as if they were recorded now. One that is not a step any more after what the other side did meanwhile is left out: the
 * hub will refuse it.
 *
 * Until the transaction ends, nobody else reads the same movement by this: two steps at once follow one another.
 */
export async function movementOf(manager: EntityManager, movementId: string): Promise<OwnMovement> {
  await lockKey(manager, `movement/${movementId}`);
  const [kept] = await manager.query<[Kept]>(READ, [[movementId]]);
  return ownMovementFrom(kept);
}

/** The same for those who only read, by the movement's id: a statement for all the movements of a request. */
export const movementsAtHome = defineLoader<string, OwnMovement>(async (ids, { dataSource }) => {
  const rows = await dataSource.query<(Kept & { id: string })[]>(READ, [ids]);
  return new Map(rows.map((kept) => [kept.id, ownMovementFrom(kept)]));
});

function ownMovementFrom({ now, events, pending }: Kept): OwnMovement {
  const recordedAt = recordedAfter(events.at(-1), now);
  const movement = pending.reduce<Movement | null>(
    (before, { event }) => applyMove(before, { ...event, recordedAt }).movement ?? before,
    foldEvents(events),
  );
  return { movement, lastMessage: movement?.history.at(-1)!.event.id ?? null, recorded: events.length };
}
