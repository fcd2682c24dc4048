import {
  ListSize,
  connectionOf,
  MovementClockState,
  ProcedureRuleCode,
  RequiresScopes,
  Synthetic,
} from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import { AuthorityPair } from './authority-pair';

/** How many clocks stand alike. */
@ObjectType({ description: 'How many time limits of one kind stand alike.' })
@RequiresScopes('movements:count')
export class MovementTimelinessState {
  @Field(() => MovementClockState, { description: 'How they stand.' })
  state!: MovementClockState;

  @Field(() => Int, { description: 'How many, rounded to the nearest 5.' })
  value!: number;
}

/** How one kind of time limit was kept between two authorities. */
@ObjectType({
  description: 'How a time limit was kept in movements from one authority to another, notified in a calendar year.',
})
@RequiresScopes('movements:count')
export class MovementTimeliness extends Synthetic {
  @Field(() => Int, { description: 'The calendar year of the notices.' })
  year!: number;

  @Field(() => AuthorityPair, { description: 'Between whom.' })
  pair!: AuthorityPair;

  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;

  @Field(() => Int, { description: 'How many movements have such a limit, rounded to the nearest 5.' })
  value!: number;

  @Field(() => [MovementTimelinessState], { description: 'By how it stands; what is not listed is from 0 to 4.' })
  @ListSize(5)
  states!: MovementTimelinessState[];
}

/** Pages of timeliness, earliest year first, then by codes. */
export const MovementTimelinessConnection = connectionOf('MovementTimeliness', MovementTimeliness);
