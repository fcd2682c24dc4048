import { DateTimeScalar, ListSize, RequiresScopes, UserError, type RefusedStepSettlement } from '@hub/contract';
import { noteUnseen, problem, proseProblems, Refusal, refuseFor, type SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { partyCodes } from '../parties/party-codes';
import { personNamed } from '../parties/person-named';
import { isMadeBy, UndeliveredMovementMessage, type UndeliveredRow } from './undelivered-messages';

const LONGEST_NOTE = 1000;

@InputType({ description: 'A message that the hub refused, and that a person has seen to.' })
export class SettleRefusedMessageInput {
  @Field(() => ID, { description: 'Id of the message.' })
  message!: string;

  @Field(() => String, {
    description: `What was found and is done instead, in words that name nobody: up to ${LONGEST_NOTE} characters.`,
  })
  note!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Stable id of the person who settled it at home; a partnership's system names it, and nobody else.",
  })
  person?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that person did, named with it. Now, if left out or still ahead.',
  })
  settledAt?: string | null;
}

@ObjectType({ description: 'Result of settling a message that the hub refused.' })
@RequiresScopes('movements:write')
export class SettleRefusedMessagePayload {
  @Field(() => UndeliveredMovementMessage, { nullable: true, description: 'The message; null where nothing was done.' })
  settled!: UndeliveredMovementMessage | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

const READ = `
  SELECT id, body AS sent, sender AS owner, received_at AS since, refusal, NULL AS problem, settlement, outcome,
    clock_timestamp() AS now, sender = $2 AND ($3 OR ${isMadeBy('$4')}) AS "isOwn",
    coalesce(body #>> '{event,data,childPseudonym}',
      (SELECT child_pseudonym FROM child_movement WHERE child_movement.id = movement_id)) AS child
  FROM movement_message WHERE id = $1 FOR UPDATE`;

/**
 * Writes down that a person has seen to a message that the hub refused: it stays refused, with who, when and what they found,
 * and leaves the list of what is open. The same again changes nothing.
 *
 * @throws Refusal `MESSAGE_UNKNOWN`, `NOT_REFUSED`, `ALREADY_SETTLED`, `ROLE_MAY_NOT`, `PERSON_INVALID`, `SAYS_NOTHING`,
 * `NAMES_SOMEBODY`, `TOO_LONG`.
 */
export async function settleRefusal(
  manager: EntityManager,
  context: SubgraphContext,
  input: SettleRefusedMessageInput,
): Promise<UndeliveredRow> {
  const { caller } = context.requestIdentity;
  const isSystem = caller?.role === 'partnership-system';
  const note = input.note.trim();
  refuseFor(...proseProblems('note', note, LONGEST_NOTE));
  const settledBy = personNamed(context, input.settledAt ? (input.person ?? '') : input.person);
  const [message] = await manager.query<(UndeliveredRow & { outcome: string; now: Date; isOwn: boolean })[]>(READ, [
    ...[input.message, caller?.partnership, isSystem, await partyCodes(context)],
  ]);
  if (!message?.isOwn) {
    // One that is another's is as one that is not there, but for the record.
    if (message?.child) noteUnseen(context, [message.child]);
    throw new Refusal(messageUnknown(input.message));
  }
  if (message.outcome !== 'REFUSED') {
    throw new Refusal(problem('message', 'NOT_REFUSED', 'The hub has not refused it: there is nothing to settle.'));
  }
  if (message.settlement) {
    if (message.settlement.note === note && message.settlement.settledBy === settledBy) return message;
    const by = `${message.settlement.settledBy} settled it on ${message.settlement.settledAt}, and that stands.`;
    throw new Refusal(problem('message', 'ALREADY_SETTLED', `${by} undeliveredMessages(settled: true) shows it.`));
  }
  const settledAt = earlier(input.settledAt, message.now);
  const settlement: RefusedStepSettlement = { settledBy, settledAt, note };
  await manager.query('UPDATE movement_message SET settlement = $2 WHERE id = $1', [message.id, settlement]);
  return { ...message, settlement };
}

/** Clocks of two systems differ, and what was done is not lost for it. */
function earlier(instant: string | null | undefined, now: Date): string {
  return instant && Date.parse(instant) < now.getTime() ? new Date(instant).toISOString() : now.toISOString();
}

function messageUnknown(id: string) {
  const message = `You have sent the hub no message ${id.slice(0, 100)} that it keeps. Take one of undeliveredMessages.`;
  return problem('message', 'MESSAGE_UNKNOWN', message);
}
