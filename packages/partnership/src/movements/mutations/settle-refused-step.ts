import { ListSize, OutboxMessage, RequiresScopes, UserError, type RefusedStepSettlement } from '@hub/contract';
import {
  mutate,
  noteUnseen,
  problem,
  proseProblems,
  Refusal,
  refuseFor,
  type SubgraphContext,
} from '@hub/subgraph-kit';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { IS_OWN_MESSAGE, OUTBOX_FIELDS, outboxMessageOf, ownMessagesOf, type OutboxRow } from '../exchange/outbox-page';
import { ringOutbox } from '../store/write-outbox';

const LONGEST_NOTE = 1000;

@InputType({ description: 'A step that the hub refused, and that a person has seen to.' })
export class SettleRefusedStepInput {
  @Field(() => ID, { description: 'Id of the message that carried the step.' })
  message!: string;

  @Field(() => String, {
    description: `What was found and is done instead, in words that name nobody: up to ${LONGEST_NOTE} characters.`,
  })
  note!: string;
}

@ObjectType({ description: 'Result of settling a step that the hub refused.' })
@RequiresScopes('movements:write')
export class SettleRefusedStepPayload {
  @Field(() => OutboxMessage, { nullable: true, description: 'The message; null where nothing was done.' })
  settled!: OutboxMessage | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** By which a person sees to a step that was refused. */
@Resolver()
export class SettleRefusedStep {
  @Mutation(() => SettleRefusedStepPayload, {
    nullable: true,
    description:
      'Says that a person has seen to a step that the hub refused, for the authority whose step it was: it leaves the list of ' +
      'what is open, and the hub is told. The step stays refused. The same again changes nothing. Codes: MESSAGE_UNKNOWN, ' +
      'NOT_REFUSED, ALREADY_SETTLED, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG.',
  })
  @RequiresScopes('movements:write')
  async settleRefusedStep(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => SettleRefusedStepInput, { description: 'The step, and what was found.' })
    input: SettleRefusedStepInput,
  ): Promise<SettleRefusedStepPayload> {
    const { result, userErrors } = await mutate(context, (manager) => settleRefusedStep(manager, context, input));
    const settled = result && outboxMessageOf(result);
    return Object.assign(new SettleRefusedStepPayload(), { settled, userErrors });
  }
}

const READ = `
  SELECT ${OUTBOX_FIELDS}, outcome, clock_timestamp() AS now, ${IS_OWN_MESSAGE} AS "isOwn"
  FROM movement_outbox WHERE id = $4 FOR UPDATE`;

/** Writes down who has seen to a refused step, when, and what they found; the relay tells the hub. */
async function settleRefusedStep(
  manager: EntityManager,
  context: SubgraphContext,
  { message: id, note: given }: SettleRefusedStepInput,
): Promise<OutboxRow> {
  const note = given.trim();
  refuseFor(...proseProblems('note', note, LONGEST_NOTE));
  const [message] = await manager.query<(OutboxRow & { outcome: string | null; now: Date; isOwn: boolean })[]>(READ, [
    ...[...ownMessagesOf(context), id],
  ]);
  if (!message?.isOwn) {
    // One that is another's is as one that is not there, but for the record.
    if (message?.child) noteUnseen(context, [message.child]);
    throw new Refusal(messageUnknown(id));
  }
  if (message.outcome !== 'REFUSED') {
    throw new Refusal(problem('message', 'NOT_REFUSED', 'The hub has not refused it: there is nothing to settle.'));
  }
  const settledBy = context.requestIdentity.caller!.person;
  if (message.settlement) {
    if (message.settlement.note === note && message.settlement.settledBy === settledBy) return message;
    const by = `${message.settlement.settledBy} settled it on ${message.settlement.settledAt}, and that stands.`;
    throw new Refusal(problem('message', 'ALREADY_SETTLED', `${by} undeliveredMessages(settled: true) shows it.`));
  }
  const settlement: RefusedStepSettlement = { settledBy, settledAt: message.now.toISOString(), note };
  await manager.query('UPDATE movement_outbox SET settlement = $2 WHERE id = $1', [id, settlement]);
  await ringOutbox(manager);
  return { ...message, settlement };
}

function messageUnknown(id: string) {
  const message = `Your authority has written no message ${id.slice(0, 100)}. Take one of undeliveredMessages.`;
  return problem('message', 'MESSAGE_UNKNOWN', message);
}
