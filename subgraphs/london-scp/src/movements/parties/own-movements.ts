import { hasEnded, MovementSide, todayInLondon, plusDays } from '@hub/contract';
import { GraphQLError } from 'graphql';
import type { MovementFilter } from './movement-filter';

/** A statement's text, and its parameters by name. */
export interface NamedStatement {
  sql: string;
  parameters: Record<string, unknown>;
}

const YEAR = 365;
const MOST_NOTICES = 100;

const OVERDUE = `EXISTS (SELECT 1 FROM movement_clock WHERE movement_id = child_movement.id
  AND met_at IS NULL AND stopped_at IS NULL AND due_at < now())`;

/** Only among one's own: how often a child moved between others is theirs. */
const NOTICES_OF_CHILD = `(SELECT count(*) FROM child_movement AS other
  WHERE other.child_pseudonym = child_movement.child_pseudonym AND other.notified_on > CAST(:since AS date)
    AND (other.origin_code = ANY(:codes) OR other.destination_code = ANY(:codes)))`;

/**
 * Ids of the latest movements from or to any of the authorities `:codes`, of those that a filter wants, after a place in
 * the order. Each authority's are read by its own index, in order and no more than a page: a condition with OR would have
 * the whole table read and sorted.
 */
export function ownMovements(filter: MovementFilter): NamedStatement {
  const { side } = filter;
  const { sql: wanted, parameters } = conditionOf(filter);
  const sides = [
    { side: MovementSide.ORIGIN, own: 'origin_code', other: 'destination_code' },
    { side: MovementSide.DESTINATION, own: 'destination_code', other: 'origin_code' },
  ].filter((one) => !side || one.side === side);
  const pages = sides.map(
    ({ own, other }) => `(SELECT id FROM child_movement
      WHERE ${own} = party.code AND (notified_on, id) < (CAST(:notifiedOn AS date), :id)
        ${filter.counterpart ? `AND ${other} = :counterpart` : ''} ${wanted}
      ORDER BY notified_on DESC, id DESC LIMIT :wanted)`,
  );
  const sql = `SELECT own.id FROM unnest(CAST(:codes AS text[])) AS party(code)
    CROSS JOIN LATERAL (${pages.join(' UNION ALL ')}) AS own`;
  return { sql, parameters: { ...parameters, counterpart: filter.counterpart } };
}

/** That a movement is open or ended is said beside its state, since the open ones have an index. */
function conditionOf({
  state,
  category,
  isOpen,
  isOverdue,
  isDisputed,
  childMovedAtLeast,
}: MovementFilter): NamedStatement {
  const conditions = [
    state && `state = :state AND closed_at IS ${hasEnded(state) ? 'NOT NULL' : 'NULL'}`,
    category && 'category = :category',
    typeof isOpen === 'boolean' && `closed_at IS ${isOpen ? '' : 'NOT '}NULL`,
    isOverdue === true && `closed_at IS NULL AND ${OVERDUE}`,
    isOverdue === false && `NOT ${OVERDUE}`,
    isDisputed === true && `state = 'DISPUTED' AND closed_at IS NULL`,
    isDisputed === false && `state <> 'DISPUTED'`,
    typeof childMovedAtLeast === 'number' && `notified_on > CAST(:since AS date) AND ${NOTICES_OF_CHILD} >= :notices`,
  ].filter((condition) => typeof condition === 'string');
  return {
    sql: conditions.map((condition) => `AND ${condition}`).join(' '),
    parameters: { state, category, since: yearAgo(), notices: noticesWanted(childMovedAtLeast) },
  };
}

/** The day before the last 365. */
export function yearAgo(now = new Date()): string {
  return plusDays(todayInLondon(now), -YEAR);
}

function noticesWanted(count: number | null | undefined): number | null {
  if (typeof count !== 'number') return null;
  if (count >= 2 && count <= MOST_NOTICES) return count;
  throw new GraphQLError(`filter.childMovedAtLeast must be from 2 to ${MOST_NOTICES}, not ${count}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'filter' },
  });
}
