import {
  MovementMove,
  type MovementEvent,
  type OpenMovement,
  type ResponsibilityChain,
  type SentMessage,
} from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { chainFrom, chainSql } from '../responsibility/chains';
import { childLastAtSql, othersSql } from './child-sql';
import type { MessageState } from './message-state';

/** A child that a movement's child is said to be. */
export interface LinkedChild {
  /** What it is known by now. */
  child: string;
  chain: ResponsibilityChain;
  others: readonly OpenMovement[];
  childLastAt: string | null;
}

/** What the hub has of the children that a movement's child is said to be. */
export interface LinkedChildren {
  /** Whether what the notice calls the child was linked before, by this movement or another. */
  isLinked: boolean;
  /** By the pseudonym that says it. */
  children: ReadonlyMap<string, LinkedChild>;
}

const READ = `
  SELECT asked, child, ${chainSql('child')} AS chain, ${othersSql('child', '$1')} AS others,
    ${childLastAtSql('child', '$1')} AS "childLastAt",
    EXISTS (SELECT FROM child_link WHERE pseudonym = $3) AS "isLinked"
  FROM (SELECT asked, coalesce(child_pseudonym, asked) AS child
    FROM unnest($2::text[]) AS asked LEFT JOIN child_link ON pseudonym = asked) AS linked`;

type Row = Omit<LinkedChild, 'childLastAt'> & { asked: string; childLastAt: Date | null; isLinked: boolean };

/** Reads them, of a message and of what is held for it. To be called under the locks of `lockMovement`. */
export async function linkedChildren(
  manager: EntityManager,
  { events, unrecorded }: Pick<MessageState, 'events' | 'unrecorded'>,
  { event }: SentMessage,
): Promise<LinkedChildren> {
  const waiting = [event, ...unrecorded.map(({ body }) => body.event)];
  const said = waiting.flatMap(({ move, data }) =>
    move === MovementMove.LINK_CHILD && data.childPseudonym ? [data.childPseudonym] : [],
  );
  if (said.length === 0) return { isLinked: false, children: new Map() };
  const noticed = (events[0] as MovementEvent | undefined)?.data.childPseudonym ?? null;
  const rows = await manager.query<Row[]>(READ, [event.movement, [...new Set(said)], noticed]);
  return {
    isLinked: rows[0]!.isLinked,
    children: new Map(
      rows.map(({ asked, child, chain, others, childLastAt }) => [
        asked,
        { child, chain: chainFrom(chain), others, childLastAt: childLastAt?.toISOString() ?? null },
      ]),
    ),
  };
}
