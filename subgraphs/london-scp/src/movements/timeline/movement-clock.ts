import {
  DateScalar,
  DateTimeScalar,
  MovementClockState,
  ProcedureRuleCode,
  RequiresScopes,
  type MovementClock as Clock,
} from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A time limit of a movement, as it stands now.' })
@RequiresScopes('movements:read')
export class MovementClock {
  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  code!: ProcedureRuleCode;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the rule that it runs under, as `ProcedureRule.id`; null where no number is recorded.',
  })
  ruleId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it started; null where it has not.' })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is due; null where it has not started, or that cannot be computed.',
  })
  dueAt!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day in London on which it can be met; of a limit in hours, the day of `dueAt`. Null as `dueAt` is.',
  })
  dueOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be computed when it is due, and what to do; null unless it is `NOT_KNOWN`.',
  })
  unknownBecause!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When what it waits for happened, in time or late; null where it has not.',
  })
  metAt!: string | null;

  @Field(() => MovementClockState, { description: 'How it stands.' })
  state!: MovementClockState;

  @Field(() => Int, {
    nullable: true,
    description: 'By how many seconds it is late, or was when it was met or the movement ended; null where it is not.',
  })
  lateBySeconds!: number | null;
}

/** A clock as the graph shows it. */
export function clockOf({ rule, lateBy, ...clock }: Clock): MovementClock {
  return Object.assign(new MovementClock(), {
    ...clock,
    ruleId: rule,
    // What is late by less than a second is late.
    lateBySeconds: lateBy === null ? null : Math.ceil(lateBy / 1000),
  });
}
