import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, FinancialYear } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Synthetic } from '../recording/synthetic';
import { LearningHubStep } from './learning-hub-step';

@ObjectType({ description: 'A learning and practice improvement hub, which works on one topic for a year.' })
@Directive('@shareable')
@RequiresScopes('learning:read')
export class LearningHub extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => FinancialYear, { description: 'The financial year it works in.' })
  financialYear!: string;

  @Field(() => String, { description: 'What it works on.' })
  topic!: string;

  @Field(() => DateScalar, { description: 'The day it began.' })
  startedOn!: string;

  @Field(() => [String], { description: 'Its change makers by role or organisation, never by the name of a person.' })
  @ListSize(3)
  changeMakers!: string[];

  @Field(() => [LearningHubStep], { description: 'What was done in its work, the earliest first.' })
  @ListSize(6)
  steps!: LearningHubStep[];
}
