import { DateTimeScalar, ListSize, LocalAuthority, ProcedureRuleCode, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';
import { SafeNumber } from './safe-number';
import { safeTableOf, type CountedAt } from './safe-table-of';
import { ClockTotal, LondonTotal } from './safe-totals';

/** How many of one kind of time limit have passed for one authority. */
@ObjectType({
  description: 'Time limits of one kind that have passed, in movements for which one authority is responsible.',
})
@RequiresScopes('movements:count')
export class OverdueMovementCount extends SafeNumber {
  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;

  @Field(() => ID, { description: 'GSS code of the authority that is responsible.' })
  responsibleCode!: string;

  @Field(() => LocalAuthority, { nullable: true, description: 'That authority; null outside London.' })
  responsible!: LocalAuthority | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many whole days the longest of them has been late; null where the number is suppressed.',
  })
  longestLateDays!: number | null;
}

/** What is overdue now. */
@ObjectType({ description: 'Time limits that have passed without what they wait for, as it is now.' })
@RequiresScopes('movements:count')
export class OverdueMovements {
  @Field(() => DateTimeScalar, { description: 'The instant of which this is true.' })
  asOf!: string;

  @Field(() => [OverdueMovementCount], { description: 'By authority and kind; what is not listed is nought.' })
  @ListSize(33)
  counts!: OverdueMovementCount[];

  @Field(() => [ClockTotal], { description: 'Of all London, by kind.' })
  @ListSize(5)
  clocks!: ClockTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

interface OverdueRow extends CountedAt {
  column: ProcedureRuleCode;
  longestLateDays: number;
}

/** By the indexes of clocks that still run, and of movements that are open: a clock of one that has ended is stopped. */
export const OVERDUE = `
  SELECT responsible_code AS row, code AS column, count(*)::integer AS count, bool_or(is_synthetic) AS "isSynthetic",
    floor(extract(epoch FROM now() - min(due_at)) / 86400)::integer AS "longestLateDays"
  FROM movement_clock JOIN child_movement ON id = movement_id
  WHERE met_at IS NULL AND stopped_at IS NULL AND due_at < now() AND closed_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2`;

/** Counts what is overdue now. */
export async function overdueMovements(context: SubgraphContext): Promise<OverdueMovements> {
  const rows = await context.dataSource.query<OverdueRow[]>(OVERDUE);
  const authorities = await localAuthoritiesByCode(context);
  const { cells, columns, total } = safeTableOf(rows);
  return Object.assign(new OverdueMovements(), {
    asOf: new Date().toISOString(),
    counts: cells.map(({ at: { row, column, longestLateDays }, ...number }) =>
      Object.assign(new OverdueMovementCount(), number, {
        clock: column,
        responsibleCode: row,
        responsible: authorities.get(row) ?? null,
        // Of fewer than five it would be a date in the life of a child.
        longestLateDays: number.isSuppressed ? null : longestLateDays,
      }),
    ),
    clocks: columns.map(([clock, number]) => Object.assign(new ClockTotal(), number, { clock })),
    total: Object.assign(new LondonTotal(), total),
  });
}
