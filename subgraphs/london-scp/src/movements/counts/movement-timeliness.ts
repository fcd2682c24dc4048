import {
  banded,
  connectionOf,
  LocalAuthority,
  MovementClockState,
  ProcedureRuleCode,
  REPEATED_LIMITS,
  RequiresScopes,
} from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PeriodFigure } from '../publication/figure';
import { BandedNumber } from './banded-number';
import { byPeriod } from './by-period';

/** How one kind of time limit was kept in movements to an authority. */
@ObjectType({
  description:
    'How many time limits of one kind were met, or were late, in movements to one authority, notified in a calendar year.',
})
@RequiresScopes('movements:count')
export class MovementTimeliness extends BandedNumber {
  @Field(() => Int, { description: 'The calendar year of the notices.' })
  year!: number;

  @Field(() => ID, { description: 'GSS code of the authority moved to.' })
  destinationCode!: string;

  @Field(() => LocalAuthority, { nullable: true, description: 'The authority moved to; null outside London.' })
  destination!: LocalAuthority | null;

  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;

  @Field(() => MovementClockState, { description: '`MET` or `LATE`, as it was when the year was published.' })
  state!: MovementClockState;
}

/** Pages of timeliness, earliest year first, then by codes. */
export const MovementTimelinessConnection = connectionOf('MovementTimeliness', MovementTimeliness);

export interface PublishedTimeliness {
  destinationCode: string;
  clock: ProcedureRuleCode;
  state: MovementClockState;
  value: number;
}

interface TimelinessRow extends Omit<PublishedTimeliness, 'value'> {
  period: string;
  count: number;
}

/** How the clock of a row of `movement_clock` stands now: in SQL what `clocksOf` says of one movement. */
export const CLOCK_STATE = `CASE
  WHEN due_at IS NULL THEN CASE WHEN rule_id IS NULL THEN 'NOT_SPECIFIED' WHEN started_at IS NULL THEN 'NOT_STARTED'
    ELSE 'NOT_KNOWN' END
  WHEN coalesce(met_at, stopped_at, now()) > due_at THEN 'LATE'
  WHEN met_at IS NOT NULL THEN 'MET' WHEN stopped_at IS NOT NULL THEN 'STOPPED' ELSE 'RUNNING' END`;

const TIMELINESS = `
  SELECT extract(year FROM notified_on)::text AS period, destination_code AS "destinationCode", code AS clock,
    ${CLOCK_STATE} AS state, count(*)::integer AS count
  FROM child_movement JOIN movement_clock ON movement_id = id
  WHERE notified_on BETWEEN $1 AND $2 AND code <> ALL($3) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

const SHOWN: readonly MovementClockState[] = [MovementClockState.MET, MovementClockState.LATE];

/**
 * Counts by year, destination and limit. How many there are in all is not published, nor how many stand otherwise: so what
 * is not shown of those that were met or late may as well have ended before.
 */
export const movementTimeliness: PeriodFigure<PublishedTimeliness> = {
  name: 'TIMELINESS',
  cut: 'YEAR',
  async count(queries, from, until) {
    const rows = await queries.query<TimelinessRow[]>(TIMELINESS, [from, until, REPEATED_LIMITS]);
    return byPeriod(
      rows.filter(({ state }) => SHOWN.includes(state)),
      ({ destinationCode, clock, state, count }) => ({ destinationCode, clock, state, value: banded(count) }),
    );
  },
};
