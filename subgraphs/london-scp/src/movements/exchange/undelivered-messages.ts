import {
  connectionFrom,
  connectionOf,
  DateTimeScalar,
  decodeCursor,
  pageSize,
  RequiresScopes,
  type Connection,
  type Refused,
  type ToldMessage,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { partyCodes } from '../party-codes';
import { MovementMessage, MovementMessageRefusal } from './movement-delivery';
import { messageOf } from './movement-inbox';

/** A message that the hub has, and could not record. */
@ObjectType({ description: 'A message that the hub has and has not recorded: its owner sees to it.' })
@RequiresScopes('movements:read')
export class UndeliveredMovementMessage {
  @Field(() => MovementMessage, { description: 'The message.' })
  message!: MovementMessage;

  @Field(() => DateTimeScalar, { description: 'Since when the hub has it.' })
  since!: string;

  @Field(() => ID, { description: 'Who sent it and sees to it: id of the partnership.' })
  owner!: string;

  @Field(() => MovementMessageRefusal, {
    nullable: true,
    description: 'Why it is refused; null where it waits for the message that it follows.',
  })
  refusal!: MovementMessageRefusal | null;
}

/** Pages of them, oldest first. */
export const UndeliveredMovementMessageConnection = connectionOf(
  'UndeliveredMovementMessage',
  UndeliveredMovementMessage,
);

/** How many messages are not recorded, for one reason. */
@ObjectType({ description: 'How many messages the hub has and has not recorded, for one reason.' })
@RequiresScopes('movements:count')
export class UndeliveredCount {
  @Field(() => String, { description: 'The code of the refusal; `HELD` for those that wait for another.' })
  code!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

interface UndeliveredRow {
  id: string;
  body: ToldMessage;
  sender: string;
  receivedAt: Date;
  refusal: Refused | null;
  child: string | null;
}

/** A page of the messages that the caller's partnership sent in vain: a person's, as far as their authority made them. */
export async function undeliveredMessages(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<UndeliveredMovementMessage>> {
  const { caller } = context.passport;
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const isInstant = (text: string | undefined) => !Number.isNaN(Date.parse(text ?? ''));
  const [since, id] = isContinued ? decodeCursor(after, 2, ([text]) => isInstant(text)) : ['-infinity', ''];
  const rows = await context.dataSource.query<UndeliveredRow[]>(
    `SELECT message.id, body, sender, received_at AS "receivedAt", refusal, child_pseudonym AS child
     FROM movement_message AS message LEFT JOIN child_movement AS movement ON movement.id = message.movement_id
     WHERE sender = $1 AND outcome <> 'RECORDED' AND (received_at, message.id) > ($2::timestamptz, $3)
       AND ($4 OR body #>> '{event,authority}' = ANY($5))
     ORDER BY received_at, message.id LIMIT $6`,
    [caller?.partnership, since, id, caller?.role === 'partnership-system', await partyCodes(context), size + 1],
  );
  const key = ({ receivedAt, id: ownId }: UndeliveredRow) => [receivedAt.toISOString(), ownId];
  const { edges, pageInfo } = connectionFrom(rows, size, key, isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: undeliveredOf(node), cursor })), pageInfo };
}

function undeliveredOf({ body, sender, receivedAt, refusal, child }: UndeliveredRow): UndeliveredMovementMessage {
  return Object.assign(new UndeliveredMovementMessage(), {
    message: messageOf(body, child),
    since: receivedAt.toISOString(),
    owner: sender,
    refusal: refusal && Object.assign(new MovementMessageRefusal(), refusal),
  });
}

/** How many there are over all senders, by reason. */
export async function undeliveredCounts({ dataSource }: SubgraphContext): Promise<UndeliveredCount[]> {
  const rows = await dataSource.query<UndeliveredCount[]>(
    `SELECT coalesce(refusal ->> 'code', outcome) AS code, count(*)::integer AS count FROM movement_message
     WHERE outcome <> 'RECORDED' GROUP BY 1 ORDER BY 1`,
  );
  return rows.map((row) => Object.assign(new UndeliveredCount(), row));
}
