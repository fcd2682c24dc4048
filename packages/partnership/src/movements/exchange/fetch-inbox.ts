import { describeError, type Logger } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { askHub, type HubCall } from './hub-client';
import {
  DELIVERY_FIELDS,
  offeredDelivery,
  readDelivery,
  type DeliveryProblem,
  type InboxDelivery,
} from './inbox-delivery';
import type { OwnSide } from './own-side';
import { storeDeliveries } from './store-delivery';

/** The most deliveries that the hub gives at once. */
const BATCH = 100;

const FETCH = `query FetchMovementInbox { movementInbox(first: ${BATCH}) { ${DELIVERY_FIELDS} } }`;
const ACKNOWLEDGE = `mutation AcknowledgeMovementDeliveries($ids: [ID!]!) {
  acknowledgeMovementDeliveries(input: { ids: $ids }) { acknowledged }
}`;
const REPORT = `mutation ReportMovementDeliveries($deliveries: [MovementDeliveryReport!]!) {
  reportMovementDeliveries(input: { deliveries: $deliveries }) { reported }
}`;
const inbox = z.object({ movementInbox: z.array(offeredDelivery) });
const acknowledged = z.object({ acknowledgeMovementDeliveries: z.object({ acknowledged: z.array(z.string()) }) });
const reported = z.object({ reportMovementDeliveries: z.object({ reported: z.array(z.string()) }) });

/**
 * Fetches what the hub has for the partnership, and sends the hub what is stored and what could not be taken. What is not
 * acknowledged comes again, and changes nothing where it was stored. To be run by one process at a time.
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
  const offered = data.movementInbox;
  const understood = offered.map(readDelivery).filter((delivery) => delivery !== null);
  const { stored, failures } = await store(manager, own, understood, logger);
  if (stored.size > 0) await askHub({ query: ACKNOWLEDGE, variables: { ids: [...stored] }, data: acknowledged }, call);

  const known = new Set(understood.map(({ id }) => id));
  const deliveries = offered
    .filter(({ id }) => !stored.has(id))
    .map(({ id, problem }) => ({ id, before: problem, problem: problemOf(known.has(id)) }))
    .filter(({ before, problem }) => before !== problem)
    .map(({ id, problem }) => ({ id, problem }));
  if (deliveries.length > 0) {
    logger.error({ deliveries }, 'deliveries of the hub could not be taken, and are reported to it');
    await askHub({ query: REPORT, variables: { deliveries }, data: reported }, call);
  }
  if (failures.length > 0) throw failures[0];
  return offered.length === BATCH && stored.size > 0;
}

const problemOf = (isKnown: boolean): DeliveryProblem => (isKnown ? 'NOT_STORED' : 'NOT_UNDERSTOOD');

/** Stores what there is of each movement, or nothing of it. What is not stored comes again, and holds up no other. */
async function store(
  manager: EntityManager,
  own: OwnSide,
  deliveries: readonly InboxDelivery[],
  logger: Logger,
): Promise<{ stored: ReadonlySet<string>; failures: readonly unknown[] }> {
  const stored = new Set<string>();
  const failures: unknown[] = [];
  for (const movement of new Set(deliveries.map((delivery) => delivery.movement))) {
    const ofMovement = deliveries.filter((delivery) => delivery.movement === movement);
    try {
      await manager.transaction((transaction) => storeDeliveries(transaction, own, ofMovement));
      for (const { id } of ofMovement) stored.add(id);
    } catch (error) {
      failures.push(error);
      logger.error({ movement, error: describeError(error) }, 'a delivery of the hub could not be stored');
    }
  }
  return { stored, failures };
}
