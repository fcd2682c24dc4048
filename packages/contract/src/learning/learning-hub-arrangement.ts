import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Sourced } from '../recording/sourced';
import { SourcedText } from '../recording/sourced-text';

@ObjectType({ description: "How the partnership's governing document sets up its learning hubs." })
@Directive('@shareable')
@Public()
export class LearningHubArrangement extends Sourced {
  @Field(() => ID, { description: 'Global id, as `lambeth-learning-hub-arrangement`.' })
  id!: string;

  @Field(() => Int, { description: 'Hubs a year.' })
  hubsPerYear!: number;

  @Field(() => Int, { description: 'Named change makers of each hub.' })
  changeMakersPerHub!: number;

  @Field(() => Boolean, {
    description: 'Whether the auditor who completes audits and drafts the report is independent.',
  })
  isAuditorIndependent!: boolean;

  @Field(() => String, { description: "Who meets the auditor's cost, in the document's words." })
  auditorCostMetBy!: string;

  @Field(() => String, { description: "Who evaluates the quality of the hubs' work." })
  evaluatedBy!: string;

  @Field(() => [SourcedText], { description: 'What hubs are for, in the order of the document.' })
  @ListSize(5)
  purposes!: SourcedText[];
}
