import { foldEvents, type Movement, type MovementEvent } from '@hub/contract';
import { defineGroupLoader, defineLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { MovementEscalationRecord } from '../store/movement-history-records';

/** The histories of movements, each in its order. */
export const HISTORIES = `
  SELECT movement_id AS id, jsonb_agg(body ORDER BY position) AS events FROM movement_event
  WHERE movement_id = ANY($1) GROUP BY movement_id`;

/** What follows from a movement's history, by its id: a statement for all the movements of a request. */
export const movementHistory = defineLoader<string, Movement>(async (ids, { dataSource }) => {
  const histories = await dataSource.query<{ id: string; events: MovementEvent[] }[]>(HISTORIES, [ids]);
  return new Map(histories.map(({ id, events }) => [id, foldEvents(events)!]));
});

/** What the hub took further of a movement, earliest first, by its id. */
export const escalationsOfMovement = defineGroupLoader<string, MovementEscalationRecord>(
  (ids, { dataSource }) =>
    dataSource.getRepository(MovementEscalationRecord).find({
      where: { movementId: In([...ids]) },
      order: { escalatedAt: 'ASC', code: 'ASC' },
    }),
  ({ movementId }) => movementId,
);
