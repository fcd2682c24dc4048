import { describeError, type Logger } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { askHub, type HubCall } from './hub-client';
import { DELIVERY_FIELDS, inboxDelivery, type InboxDelivery } from './inbox-delivery';
import type { OwnSide } from './own-side';
import { storeDeliveries } from './store-delivery';

/** The most deliveries that the hub gives at once. */
const BATCH = 100;

const FETCH = `query FetchMovementInbox { movementInbox(first: ${BATCH}) { ${DELIVERY_FIELDS} } }`;
const ACKNOWLEDGE = `mutation AcknowledgeMovementDeliveries($ids: [ID!]!) {
  acknowledgeMovementDeliveries(input: { ids: $ids }) { acknowledged }
}`;
const inbox = z.object({ movementInbox: z.array(inboxDelivery) });
const acknowledged = z.object({ acknowledgeMovementDeliveries: z.object({ acknowledged: z.array(z.string()) }) });

/**
 * Fetches what the hub has for the partnership, and tells the hub once it is stored. What is fetched and not acknowledged
 * comes again, and changes nothing then. To be run by one process at a time.
 *
 * @returns whether there may be more.
 * @throws HubProblem where the hub gives no answer that can be used; what went wrong where something was not stored.
 */
export async function fetchInbox(
  manager: EntityManager,
  own: OwnSide,
  call: HubCall,
  logger: Logger,
): Promise<boolean> {
  const { data } = await askHub({ query: FETCH, variables: {}, data: inbox }, call);
  const stored: string[] = [];
  const failures: unknown[] = [];
  for (const deliveries of byMovement(data.movementInbox)) {
    try {
      await manager.transaction((transaction) => storeDeliveries(transaction, own, deliveries));
      stored.push(...deliveries.map(({ id }) => id));
    } catch (error) {
      // It comes again, and holds up no other movement.
      failures.push(error);
      const { movement } = deliveries[0]!;
      logger.error({ movement, error: describeError(error) }, 'a delivery of the hub could not be stored');
    }
  }
  if (stored.length > 0) await askHub({ query: ACKNOWLEDGE, variables: { ids: stored }, data: acknowledged }, call);
  if (failures.length > 0) throw failures[0];
  return data.movementInbox.length === BATCH;
}

function byMovement(deliveries: readonly InboxDelivery[]): InboxDelivery[][] {
  return [...new Set(deliveries.map(({ movement }) => movement))].map((id) =>
    deliveries.filter(({ movement }) => movement === id),
  );
}
