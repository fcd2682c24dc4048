import {
  BAND,
  DateTimeScalar,
  ListSize,
  LocalAuthority,
  ProcedureRuleCode,
  RequiresScopes,
  safeCounts,
  type BandedCount,
} from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StandingFigure } from '../publication/figure';
import { BandedNumber } from './banded-number';
import { byAuthority, isOfLine, shownLines, type AuthorityLine, type CountedAt } from './by-authority';
import { ClockTotal, LondonTotal } from './safe-totals';

/** How many of one kind of time limit have passed for one authority. */
@ObjectType({
  description: 'Time limits of one kind that have passed, in movements for which one authority is responsible.',
})
@RequiresScopes('movements:count')
export class OverdueMovementCount extends BandedNumber {
  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;

  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the authority that is responsible; null for all outside London together.',
  })
  responsibleCode!: string | null;

  @Field(() => LocalAuthority, { nullable: true, description: 'That authority; null outside London.' })
  responsible!: LocalAuthority | null;

  @Field(() => Int, {
    description:
      'For how many whole weeks at least: five of them are late as long or longer. How late the longest is, is not shown.',
  })
  lateWeeks!: number;
}

/** What is overdue. */
@ObjectType({
  description: 'Time limits that have passed without what they wait for, as at some instant of the last seven days.',
})
@RequiresScopes('movements:count')
export class OverdueMovements {
  @Field(() => DateTimeScalar, { description: 'The instant of which this is true.' })
  asOf!: string;

  @Field(() => [OverdueMovementCount], {
    description: 'By authority and kind; what is not listed is from 0 to 4.',
  })
  @ListSize(33)
  counts!: OverdueMovementCount[];

  @Field(() => [ClockTotal], { description: 'Of all London, by kind; what is not listed is kept back.' })
  @ListSize(5)
  clocks!: ClockTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

interface OverdueRow extends CountedAt {
  clock: ProcedureRuleCode;
  /** The five that are late longest, longest first: when they were due. */
  longest: Date[];
}

/** A line of one kind of time limit that is shown. */
export interface OverdueLine extends AuthorityLine {
  clock: ProcedureRuleCode;
  lateWeeks: number;
}

export interface PublishedOverdue {
  counts: OverdueLine[];
  clocks: { clock: ProcedureRuleCode; value: number }[];
  total: BandedCount;
}

const WEEK = 7 * 86_400_000;
const CLOCKS = Object.values(ProcedureRuleCode);

/** By the indexes of clocks that still run, and of movements that are open: a clock of one that has ended is stopped. */
export const OVERDUE = `
  SELECT responsible_code AS code, code AS clock, count(*)::integer AS count,
    (array_agg(due_at ORDER BY due_at))[1:${BAND}] AS longest
  FROM movement_clock JOIN child_movement ON id = movement_id
  WHERE met_at IS NULL AND stopped_at IS NULL AND due_at < $1 AND closed_at IS NULL GROUP BY 1, 2`;

/** Counts what is overdue: a row of the table is a kind of limit, and a cell of it an authority. */
export const overdueMovements: StandingFigure<PublishedOverdue> = {
  name: 'OVERDUE',
  async count(queries, now) {
    const rows = await queries.query<OverdueRow[]>(OVERDUE, [now]);
    const of = (clock: ProcedureRuleCode) => rows.filter((row) => row.clock === clock);
    const { cells, rowTotals, total } = safeCounts(CLOCKS.map((clock) => byAuthority(of(clock))));
    return {
      counts: CLOCKS.flatMap((clock, index) =>
        shownLines(cells[index]!).map((line) => ({ ...line, clock, lateWeeks: lateWeeks(of(clock), line.code, now) })),
      ),
      clocks: CLOCKS.flatMap((clock, index) => {
        const value = rowTotals[index]!;
        return value === null ? [] : [{ clock, value }];
      }),
      total,
    };
  },
};

/** How many whole weeks the fifth of a line is late. The first would be a date in the life of one child. */
function lateWeeks(rows: readonly OverdueRow[], line: string | null, now: Date): number {
  const due = rows.filter(({ code }) => isOfLine(code, line)).flatMap(({ longest }) => longest);
  const fifth = due
    .sort((one, other) => one.getTime() - other.getTime())
    .slice(0, BAND)
    .at(-1);
  return Math.floor((now.getTime() - fifth!.getTime()) / WEEK);
}
