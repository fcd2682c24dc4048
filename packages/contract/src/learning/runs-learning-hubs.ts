import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { LearningHub } from './learning-hub';
import { LearningHubArrangement } from './learning-hub-arrangement';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';

@InterfaceType({ description: 'A partnership that runs learning and practice improvement hubs.' })
export abstract class RunsLearningHubs {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => LearningHubArrangement, { nullable: true, description: 'How its document sets up its hubs.' })
  @Public()
  learningHubArrangement!: LearningHubArrangement | null;

  @Field(() => [LearningHub], {
    nullable: true,
    description: 'Its hubs of one financial year, in the order in which they began.',
  })
  @ListSize(4)
  @RequiresScopes('learning:read')
  learningHubs(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): LearningHub[] | null {
    return resolvedElsewhere('RunsLearningHubs.learningHubs');
  }
}
