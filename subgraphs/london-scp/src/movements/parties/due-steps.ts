import {
  awaitedStepOf,
  clocksAwaiting,
  MovementSide,
  stepAwaitedBy,
  type Connection,
  type ProcedureRuleCode,
} from '@hub/contract';
import { keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { procedureRules } from '../../procedures/procedure-loaders';
import { ChildMovementRecord } from '../child-movement-record';
import { clocksNow } from '../store/rows-of-movement';
import { movementHistory } from '../timeline/history-loaders';
import { DueStep } from './due-step';
import { partyCodes } from './party-codes';

interface DueRow {
  id: string;
  code: ProcedureRuleCode;
  due: Date;
}

/**
 * Clocks that run, by when they are due, after an instant ($1), a movement's id ($2) and a code ($3), of open movements from or to
 * some authorities ($4), at most so many ($5): all of them, or those alone ($6) that wait for a step of one of these, as origin
 * ($7) or as destination ($8).
 */
export const DUE_STEPS = `
  SELECT movement.id, clock.code, due_at AS due
  FROM movement_clock AS clock JOIN child_movement AS movement ON movement.id = clock.movement_id
  WHERE met_at IS NULL AND stopped_at IS NULL AND closed_at IS NULL
    AND (due_at, movement.id, clock.code) > ($1::timestamptz, $2, $3)
    AND (origin_code = ANY($4) AND (NOT $6 OR clock.code = ANY($7))
      OR destination_code = ANY($4) AND (NOT $6 OR clock.code = ANY($8)))
  ORDER BY due_at, movement.id, clock.code LIMIT $5`;

/** A page of what is due of the movements that the caller is party to, earliest first: also what is late. */
export async function dueSteps(
  context: SubgraphContext,
  { first, after, isOwn }: { first: number; after: string | null | undefined; isOwn: boolean },
): Promise<Connection<DueStep>> {
  const own = [isOwn, clocksAwaiting(MovementSide.ORIGIN), clocksAwaiting(MovementSide.DESTINATION)];
  const codes = await partyCodes(context);
  const read = async (key: string[] | null, limit: number) => {
    const place = key ?? ['-infinity', '', ''];
    return context.dataSource.query<DueRow[]>(DUE_STEPS, [...place, codes, limit, ...own]);
  };
  const isKey = ([due]: string[]) => !Number.isNaN(Date.parse(due!));
  const keyOf = ({ due, id, code }: DueRow) => [due.toISOString(), id, code];
  const page = await keysetPage({ keyOf, parts: 3, isKey, read }, first, after);
  const nodes = await shown(
    context,
    page.edges.map(({ node }) => node),
  );
  return { ...page, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
}

async function shown(context: SubgraphContext, rows: readonly DueRow[]): Promise<DueStep[]> {
  const ids = rows.map(({ id }) => id);
  const [movements, rules, histories] = await Promise.all([
    context.dataSource.getRepository(ChildMovementRecord).findBy({ id: In(ids) }),
    procedureRules(context),
    Promise.all(ids.map((id) => movementHistory(context).load(id))),
  ]);
  return rows.map(({ id, code }, index) => {
    const history = histories[index]!;
    const clock = clocksNow(history, rules, new Date()).find((one) => one.code === code)!;
    const step = awaitedStepOf(history, stepAwaitedBy(clock));
    return Object.assign(new DueStep(), { movement: movements.find((one) => one.id === id)!, step });
  });
}
