import type { TransferPackItem, MovementSide } from '@hub/contract';
import { defineGroupLoader } from '@hub/subgraph-kit';

interface SentByMovement extends TransferPackItem {
  movementId: string;
  side: MovementSide;
}

/** What was sent for a movement by either side, in the order of its history; own messages on their way come last. */
export const sentDocuments = defineGroupLoader<string, SentByMovement>(
  (movementIds, { dataSource }) =>
    dataSource.query<SentByMovement[]>(
      `WITH step AS (
         SELECT movement_id, position::bigint AS place, body FROM movement_event WHERE movement_id = ANY($1)
         UNION ALL
         SELECT movement_id, 1000000 + sequence, body -> 'event' FROM movement_outbox
          WHERE movement_id = ANY($1) AND outcome IS DISTINCT FROM 'REFUSED'
            AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = movement_outbox.id))
       SELECT movement_id AS "movementId", body ->> 'side' AS side, item.value ->> 'title' AS title,
         item.value ->> 'sha256' AS sha256
       FROM step, jsonb_array_elements(body #> '{data,transferPack}') WITH ORDINALITY AS item (value, number)
       ORDER BY movement_id, place, item.number`,
      [movementIds],
    ),
  ({ movementId }) => movementId,
);
