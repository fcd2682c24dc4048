import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { EvaluationRespondent } from './evaluation-respondent';
import { EvaluationStage } from './evaluation-stage';

@ObjectType({ description: 'What delegates, or their managers, said of a course before or after it (TRI-32).' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class TrainingEvaluation extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => EvaluationStage, { description: 'Before the workshop or after it.' })
  stage!: EvaluationStage;

  @Field(() => EvaluationRespondent, { description: 'Who was asked.' })
  respondent!: EvaluationRespondent;

  @Field(() => Int, { description: 'How many answered.' })
  responses!: number;

  @Field(() => Int, { description: 'How many of these were confident that what is taught is put into practice.' })
  confident!: number;
}
