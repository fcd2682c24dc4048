import {
  connectionFrom,
  connectionOf,
  DateTimeScalar,
  decodeCursor,
  pageSize,
  RefusedStepSettlement,
  RequiresScopes,
  type Connection,
  type MovementMessage as RecordedMessage,
  type Refused,
  type SentMessage,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { partyCodes } from '../parties/party-codes';
import { DELIVERY_REMEDIES, type MovementDeliveryProblem } from './delivery-problem';
import { MovementMessage, MovementMessageRefusal } from './movement-delivery';
import { messageOf } from './movement-inbox';

/** A message that has not come to where it is to go. */
@ObjectType({
  description:
    'A message that the hub has and has not recorded, or that it recorded and a system could not take: its owner sees to it.',
})
@RequiresScopes('movements:read')
export class UndeliveredMovementMessage {
  @Field(() => MovementMessage, { description: 'The message.' })
  message!: MovementMessage;

  @Field(() => DateTimeScalar, { description: 'Since when the hub has it, or knows that it could not be taken.' })
  since!: string;

  @Field(() => ID, {
    description: 'Who sees to it: id of the partnership that sent it, or that could not take it.',
  })
  owner!: string;

  @Field(() => MovementMessageRefusal, {
    nullable: true,
    description: 'Why it is refused or was not taken; null where it waits for the message that it follows.',
  })
  refusal!: MovementMessageRefusal | null;

  @Field(() => RefusedStepSettlement, {
    nullable: true,
    description: 'By whom a refused one was settled, and what they found; null while nobody has settled it.',
  })
  settlement!: RefusedStepSettlement | null;
}

/** Pages of them, oldest first. */
export const UndeliveredMovementMessageConnection = connectionOf(
  'UndeliveredMovementMessage',
  UndeliveredMovementMessage,
);

/** A message as the list reads it. */
export interface UndeliveredRow {
  id: string;
  sent: SentMessage | RecordedMessage;
  owner: string;
  since: Date;
  refusal: Refused | null;
  problem: MovementDeliveryProblem | null;
  settlement: RefusedStepSettlement | null;
  child: string | null;
}

/** Whether a message is of one of some authorities: its own step, or one that it recorded for the other side. */
export const isMadeBy = (codes: string) =>
  `(body #>> '{event,authority}' = ANY(${codes}) OR body #>> '{event,data,recordedBy}' = ANY(${codes}))`;

/**
 * What a partnership ($1) is to see to, after an instant ($2) and an id ($3), at most so many ($6): all of it ($4), or that of
 * some authorities ($5); or what was refused and somebody has settled ($7).
 */
export const UNDELIVERED = `
  SELECT undelivered.*, child_pseudonym AS child FROM (
    (SELECT id, body AS sent, sender AS owner, received_at AS since, refusal, NULL AS problem, settlement, movement_id
     FROM movement_message
     WHERE sender = $1 AND outcome <> 'RECORDED' AND (received_at, id) > ($2::timestamptz, $3)
       AND ($4 OR ${isMadeBy('$5')}) AND (settlement IS NOT NULL) = $7
     ORDER BY received_at, id LIMIT $6)
    UNION ALL
    (SELECT 'delivery:' || delivery.id, coalesce(body -> 'message', body -> 'refused'), recipient, problem_at, NULL, problem,
       NULL, movement_id
     FROM movement_delivery AS delivery LEFT JOIN child_movement AS movement ON movement.id = delivery.movement_id
     WHERE recipient = $1 AND delivery.acknowledged_at IS NULL AND problem_at IS NOT NULL AND NOT $7
       AND (problem_at, 'delivery:' || delivery.id) > ($2::timestamptz, $3)
       AND ($4 OR origin_code = ANY($5) OR destination_code = ANY($5))
     ORDER BY problem_at, 'delivery:' || delivery.id LIMIT $6)
  ) AS undelivered LEFT JOIN child_movement AS movement ON movement.id = undelivered.movement_id
  ORDER BY since, undelivered.id LIMIT $6`;

/**
 * A page of what the caller's partnership is to see to: messages that it sent in vain, a person's as far as their authority
 * made them, and what its own system could not take, a person's as far as their authority is a party.
 */
export async function undeliveredMessages(
  context: SubgraphContext,
  { first, after, settled }: { first: number; after?: string | null | undefined; settled: boolean },
): Promise<Connection<UndeliveredMovementMessage>> {
  const { caller } = context.requestIdentity;
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const isInstant = (text: string | undefined) => !Number.isNaN(Date.parse(text ?? ''));
  const [since, id] = isContinued ? decodeCursor(after, 2, ([text]) => isInstant(text)) : ['-infinity', ''];
  const rows = await context.dataSource.query<UndeliveredRow[]>(UNDELIVERED, [
    ...[
      caller?.partnership,
      since,
      id,
      caller?.role === 'partnership-system',
      await partyCodes(context),
      size + 1,
      settled,
    ],
  ]);
  const key = ({ since: instant, id: ownId }: UndeliveredRow) => [instant.toISOString(), ownId];
  const { edges, pageInfo } = connectionFrom(rows, size, key, isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: undeliveredOf(node), cursor })), pageInfo };
}

/** One of them as the graph shows it. */
export function undeliveredOf(row: UndeliveredRow): UndeliveredMovementMessage {
  const { sent, owner, since, refusal, problem, settlement, child } = row;
  const reason = problem ? { code: problem, field: 'delivery', message: DELIVERY_REMEDIES[problem] } : refusal;
  return Object.assign(new UndeliveredMovementMessage(), {
    message: messageOf(sent, child),
    since: since.toISOString(),
    owner,
    refusal: reason && Object.assign(new MovementMessageRefusal(), reason),
    settlement: settlement && Object.assign(new RefusedStepSettlement(), settlement),
  });
}
