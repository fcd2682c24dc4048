import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Agency } from '../governance/agency';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';
import { LearningTheme } from './learning-theme';
import { RecommendationAction } from './recommendation-action';
import { RecommendationResponse } from './recommendation-response';
import { RecommendationSource } from './recommendation-source';

/** LAM-26, RED-10. */
@ObjectType({ description: 'A recommendation to an agency, and what it answered.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class Recommendation extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => RecommendationSource, { description: 'What made it.' })
  source!: RecommendationSource;

  @Field(() => String, { nullable: true, description: 'Reference of the review or audit that made it.' })
  sourceReference!: string | null;

  @Field(() => LearningTheme, { description: 'What it is about.' })
  theme!: LearningTheme;

  @Field(() => Agency, { description: 'The agency that it is made to.' })
  agency!: Agency;

  @Field(() => String, { description: 'What is recommended.' })
  recommendation!: string;

  @Field(() => DateScalar, { description: 'The day it was made.' })
  madeOn!: string;

  @Field(() => RecommendationResponse, { nullable: true, description: 'What the agency answered; null before.' })
  response!: RecommendationResponse | null;

  @Field(() => String, { nullable: true, description: 'Why, where not all of it is accepted.' })
  because!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the answer; null before.' })
  respondedOn!: string | null;

  @Field(() => [RecommendationAction], { description: 'What is done because of it, by the day it is due.' })
  @ListSize(3)
  actions!: RecommendationAction[];
}

/** Pages of recommendations, latest first. */
export const RecommendationConnection = connectionOf('Recommendation', Recommendation);
