import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { MeasureKind } from './measure-kind';

@ObjectType({ description: 'A measure of success that a partnership determined (LAM-11).' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class SuccessMeasure extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => MeasureKind, { description: 'Qualitative or quantitative.' })
  kind!: MeasureKind;

  @Field(() => String, { description: 'What is measured, in words.' })
  measure!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the priority that it measures; null where it is of none.' })
  priorityId!: string | null;

  @Field(() => DateScalar, { description: 'The day it was determined.' })
  setOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it is used; null while it is.' })
  endsOn!: string | null;
}
