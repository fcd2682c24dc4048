import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Synthetic } from '../recording/synthetic';
import { TrainingAttendance } from './training-attendance';
import { TrainingBasis } from './training-basis';
import { TrainingEvaluation } from './training-evaluation';

@ObjectType({ description: 'A course of the multi-agency training programme.' })
@Directive('@shareable')
@Public()
export class TrainingCourse extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Title of the course.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it is held.' })
  heldOn!: string;

  @Field(() => Int, { description: 'How many places it has.' })
  places!: number;

  @Field(() => [TrainingBasis], { description: 'What its content reflects.' })
  @ListSize(3)
  reflects!: TrainingBasis[];

  @Field(() => Boolean, { description: 'Whether local agencies deliver it together (TRI-31).' })
  isCoDelivered!: boolean;

  @Field(() => [TrainingAttendance], { nullable: true, description: 'Who attended, by agency.' })
  @ListSize(5)
  @RequiresScopes('governance:read')
  attendance!: TrainingAttendance[] | null;

  @Field(() => [TrainingEvaluation], { nullable: true, description: 'Evaluations before and after it.' })
  @ListSize(4)
  @RequiresScopes('governance:read')
  evaluations!: TrainingEvaluation[] | null;
}
