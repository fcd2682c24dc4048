import { localAuthorityOf } from '@hub/access';
import {
  connectionFrom,
  decodeCursor,
  OutboxMessage,
  pageSize,
  type Connection,
  type Refused,
  type SentMessage,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';

interface UndeliveredRow {
  sequence: string;
  body: SentMessage;
  writtenAt: Date;
  attempts: number;
  lastProblem: string | null;
  refusal: Refused | null;
  child: string | null;
}

const UNDELIVERED = `
  SELECT sequence, body, written_at AS "writtenAt", attempts, last_problem AS "lastProblem", refusal,
    coalesce(body #>> '{event,data,childPseudonym}', (SELECT child_pseudonym FROM child_record
      WHERE child_record.movement_id = movement_outbox.movement_id LIMIT 1)) AS child
  FROM movement_outbox
  WHERE outcome IS DISTINCT FROM 'RECORDED' AND sequence > $1
    AND NOT EXISTS (SELECT FROM movement_event WHERE message_id = movement_outbox.id)
    AND ($2 OR body #>> '{event,authority}' = $3 OR body #>> '{event,person}' = $4)
  ORDER BY sequence LIMIT $5`;

/** A page of the messages that the hub has not recorded, oldest first: all to the system, and to a person its authority's. */
export async function outboxPage(
  { dataSource, requestIdentity }: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<OutboxMessage>> {
  const { caller } = requestIdentity;
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const [place] = isContinued ? decodeCursor(after, 1, ([text]) => /^\d{1,18}$/.test(text!)) : ['0'];
  const rows = await dataSource.query<UndeliveredRow[]>(UNDELIVERED, [
    ...[place, caller?.role === 'partnership-system', localAuthorityOf(caller), caller?.person, size + 1],
  ]);
  const { edges, pageInfo } = connectionFrom(rows, size, ({ sequence }) => [sequence], isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: outboxMessageOf(node), cursor })), pageInfo };
}

function outboxMessageOf({ body: { event }, writtenAt, attempts, lastProblem, refusal, child }: UndeliveredRow) {
  const { code = null, field = null, message: reason = null } = refusal ?? {};
  return Object.assign(new OutboxMessage(), {
    ...{ messageId: event.id, movement: event.movement, move: event.move, owner: event.person, childPseudonym: child },
    ...{ writtenAt: writtenAt.toISOString(), attempts, lastProblem, code, field, reason },
  });
}
