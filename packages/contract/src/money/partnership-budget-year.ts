import { Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { ListSize } from '../cost/list-size';
import { Contribution } from './contribution';
import { LocalBudget } from './local-budget';

/**
 * One financial year in a partnership's own books. Each partnership has a type of its own, as
 * `HaveringBudgetYear`, so that one question can ask every partnership for its year.
 */
@InterfaceType({
  description: "One financial year in a partnership's own books. Each partnership has a type of its own.",
})
export abstract class PartnershipBudgetYear {
  @Field(() => ID, { description: 'Global id, as `havering:2025-26`.' })
  id!: string;

  @Field(() => FinancialYear, { nullable: true, description: 'The financial year.' })
  financialYear!: string | null;

  @Field(() => [Contribution], {
    nullable: true,
    description: 'Contributions of its agencies in this year, to their own budget and to London, by reference.',
  })
  @ListSize(12)
  contributions!: Contribution[] | null;

  @Field(() => LocalBudget, {
    nullable: true,
    description: 'The annual budget the partnership approved (HAV-08); null where none is recorded.',
  })
  localBudget!: LocalBudget | null;
}
