import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Contribution } from './contribution';
import { PublishedAccount } from './published-account';
import { Reserve } from './reserve';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { PartnershipBudgetYear } from './partnership-budget-year';

@InterfaceType({
  description: 'A partnership that keeps a ledger of what its agencies contribute, its budgets and its reserves.',
})
export abstract class KeepsBudget {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Contribution], {
    nullable: true,
    description: "Contributions of one financial year, as the partnership's own ledger holds them.",
  })
  @ListSize(12)
  @RequiresScopes('budget:read')
  contributions(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): Contribution[] | null {
    return resolvedElsewhere('KeepsBudget.contributions');
  }

  @Field(() => PartnershipBudgetYear, {
    nullable: true,
    description: 'One financial year of its books; empty where nothing is recorded for it.',
  })
  @RequiresScopes('budget:read')
  budgetYear(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): PartnershipBudgetYear | null {
    return resolvedElsewhere('KeepsBudget.budgetYear');
  }

  @Field(() => [Reserve], {
    nullable: true,
    description: 'Reserves held for it by its local authorities, in the order of GSS codes (TRI-55).',
  })
  @ListSize(3)
  @RequiresScopes('budget:read')
  reserves!: Reserve[] | null;

  @Field(() => [PublishedAccount], {
    nullable: true,
    description: 'Accounts as they were published, each with the difference between its totals and its items.',
  })
  @ListSize(1)
  @Public()
  publishedAccounts!: PublishedAccount[] | null;
}
