import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { PriorityReview } from '../plans/priority-review';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'A safeguarding priority of a partnership.' })
@Directive('@shareable')
@Public()
export class Priority extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'The priority in words.' })
  title!: string;

  @Field(() => FinancialYear, {
    nullable: true,
    description: 'The financial year it was set for; null where the source states none.',
  })
  financialYear!: string | null;

  @Field(() => [ID], {
    description: 'Ids of the clauses it was read from; empty where no founding document states it.',
  })
  @ListSize(3)
  sources!: string[];

  @Field(() => [PriorityReview], { nullable: true, description: 'Its reviews, latest first.' })
  @ListSize(3)
  @RequiresScopes('governance:read')
  reviews!: PriorityReview[] | null;
}
