import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Sourced } from '../recording/sourced';
import { LearningParty } from './learning-party';

/** LAM-15, LAM-16, LAM-20, LAM-22, TRI-26, TRI-28. What a document does not say is null or empty. */
@ObjectType({ description: "How the partnership's governing document has it learn from incidents and reviews." })
@Directive('@shareable')
@Public()
export class LearningArrangement extends Sourced {
  @Field(() => ID, { description: 'Global id, as `lambeth-learning-arrangement`.' })
  id!: string;

  @Field(() => [LearningParty], { description: 'Who is told of a serious incident.' })
  @ListSize(3)
  incidentRecipients!: LearningParty[];

  @Field(() => Int, { nullable: true, description: 'Within how many working days.' })
  incidentWorkingDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Who decides on a practice review.' })
  reviewDecidedBy!: string | null;

  @Field(() => Int, { nullable: true, description: 'Months from the start of a review to its draft.' })
  draftWithinMonths!: number | null;

  @Field(() => Int, { nullable: true, description: 'Months from the start of a review to its final report.' })
  finalWithinMonths!: number | null;

  @Field(() => [LearningParty], { description: 'To whom a completed review is sent ahead of publication.' })
  @ListSize(3)
  copiesTo!: LearningParty[];

  @Field(() => Int, { nullable: true, description: 'How many days ahead of publication.' })
  copyDaysBefore!: number | null;
}
