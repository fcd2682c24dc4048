import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';

/** LAM-17 to LAM-19. Kept at home alone: how many there are says how many incidents there were. */
@ObjectType({ description: 'A rapid review of a serious incident, as its partnership keeps it at home.' })
@RequiresScopes('governance:read')
export class RapidReview extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the incident.' })
  incidentReference!: string;

  @Field(() => DateScalar, { description: 'The day it was convened.' })
  convenedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day the executive determined its chair.' })
  chairDeterminedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day agencies were asked for a summary.' })
  summariesAskedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day its report was completed.' })
  reportedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the report recommends a practice review.' })
  recommendsPracticeReview!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day its report was approved.' })
  approvedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was sent to the national Panel.' })
  sentToPanelOn!: string | null;
}

/** Pages of rapid reviews, latest first. */
export const RapidReviewConnection = connectionOf('RapidReview', RapidReview);
