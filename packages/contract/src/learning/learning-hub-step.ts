import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { LearningHubStepKind } from './learning-hub-step-kind';

/** LAM-29 to LAM-32. */
@ObjectType({ description: 'Something that was done in the work of a learning hub.' })
@Directive('@shareable')
@RequiresScopes('learning:read')
export class LearningHubStep extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => LearningHubStepKind, { description: 'What was done.' })
  kind!: LearningHubStepKind;

  @Field(() => String, { description: 'By which office, never the name of a person.' })
  byRole!: string;

  @Field(() => DateScalar, { description: 'The day it was done.' })
  doneOn!: string;

  @Field(() => String, { nullable: true, description: 'What it says in short.' })
  summary!: string | null;
}
