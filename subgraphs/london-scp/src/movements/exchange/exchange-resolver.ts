import {
  ListSize,
  MovementReceipt,
  RecordMovementMessagesInput,
  RequiresScopes,
  type MovementMessageInput,
} from '@hub/contract';
import { type SubgraphContext, problem } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { exchangeDirectory, type ExchangeDirectory } from './exchange-directory';
import {
  AcknowledgeMovementDeliveriesInput,
  AcknowledgeMovementDeliveriesPayload,
  RecordMovementMessagesPayload,
  ReportMovementDeliveriesInput,
  ReportMovementDeliveriesPayload,
} from './exchange-inputs';
import { acknowledgeDeliveries, movementInbox } from './movement-inbox';
import { MovementDelivery } from './movement-delivery';
import { readMoveData } from './read-move-data';
import { recordMessage, type Recorded } from './record-message';
import { reportDeliveries } from './report-deliveries';
import { systemOf } from './system-of';

const MOST_MESSAGES = 50;
const MOST_DELIVERIES = 100;

/** How the systems of partnerships send the hub what happens in movements, and fetch what it has for them. */
@Resolver()
export class ExchangeResolver {
  @Mutation(() => RecordMovementMessagesPayload, {
    nullable: true,
    description:
      "Records messages of a partnership's system, each once, however often it is sent. " +
      'What is refused is kept, and listed by `undeliveredMessages`. Codes: NOT_1_TO_50.',
  })
  @RequiresScopes('movements:write')
  async recordMovementMessages(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordMovementMessagesInput, { description: 'The messages.' })
    { messages }: RecordMovementMessagesInput,
  ): Promise<RecordMovementMessagesPayload> {
    const sender = systemOf(context);
    const userErrors = notWithin('messages', messages.length, MOST_MESSAGES);
    const receipts: MovementReceipt[] = [];
    if (userErrors.length === 0) {
      const directory = await exchangeDirectory(context);
      // One after another: they are of few movements, and each follows the one before it.
      for (const message of messages) receipts.push(await record(context, sender, message, directory));
    }
    return Object.assign(new RecordMovementMessagesPayload(), { receipts, userErrors });
  }

  @Mutation(() => AcknowledgeMovementDeliveriesPayload, {
    nullable: true,
    description:
      "Takes deliveries off the inbox of the caller's partnership, once they are safe there. Codes: NOT_1_TO_100.",
  })
  @RequiresScopes('movements:write')
  async acknowledgeMovementDeliveries(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => AcknowledgeMovementDeliveriesInput, { description: 'The deliveries.' })
    { ids }: AcknowledgeMovementDeliveriesInput,
  ): Promise<AcknowledgeMovementDeliveriesPayload> {
    const partnership = systemOf(context);
    const userErrors = notWithin('ids', ids.length, MOST_DELIVERIES);
    const acknowledged = userErrors.length === 0 ? await acknowledgeDeliveries(context, partnership, ids) : [];
    return Object.assign(new AcknowledgeMovementDeliveriesPayload(), { acknowledged, userErrors });
  }

  @Mutation(() => ReportMovementDeliveriesPayload, {
    nullable: true,
    description:
      "Says which deliveries the system of the caller's partnership could not take. `undeliveredMessages` lists them " +
      'until they are acknowledged. Codes: NOT_1_TO_100.',
  })
  @RequiresScopes('movements:write')
  async reportMovementDeliveries(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => ReportMovementDeliveriesInput, { description: 'The deliveries.' })
    { deliveries }: ReportMovementDeliveriesInput,
  ): Promise<ReportMovementDeliveriesPayload> {
    const partnership = systemOf(context);
    const userErrors = notWithin('deliveries', deliveries.length, MOST_DELIVERIES);
    const reported = userErrors.length === 0 ? await reportDeliveries(context, partnership, deliveries) : [];
    return Object.assign(new ReportMovementDeliveriesPayload(), { reported, userErrors });
  }

  @Query(() => [MovementDelivery], {
    nullable: true,
    description:
      "What waits for the caller's partnership: what is new, oldest first, then what it could not take before. It comes " +
      'again until it is acknowledged; the new messages of a movement come in their order.',
  })
  @ListSize('first')
  @RequiresScopes('movements:read')
  async movementInbox(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
  ): Promise<MovementDelivery[]> {
    return movementInbox(context, systemOf(context), first);
  }
}

async function record(
  context: SubgraphContext,
  sender: string,
  { data: json, after = null, ...message }: MovementMessageInput,
  directory: ExchangeDirectory,
): Promise<MovementReceipt> {
  const read = readMoveData(json);
  const recorded: Recorded =
    'data' in read
      ? await context.dataSource.transaction((manager) =>
          recordMessage(manager, { sender, sent: { event: { ...message, data: read.data }, after } }, directory),
        )
      : {
          ...{ outcome: 'REFUSED', child: null },
          refusal: { code: 'NOT_UNDERSTOOD', field: read.field, message: `${read.field}: ${read.problem}.` },
        };
  const { outcome, refusal, child } = recorded;
  const { code = null, field = null, message: remedy = null } = refusal ?? {};
  return Object.assign(new MovementReceipt(), {
    ...{ messageId: message.id, outcome, code, field, message: remedy, childPseudonym: child },
  });
}

function notWithin(field: string, count: number, most: number) {
  if (count >= 1 && count <= most) return [];
  return [problem(field, `NOT_1_TO_${most}`, `${field} must be 1 to ${most}, not ${count}. Send the rest separately.`)];
}
