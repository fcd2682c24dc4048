import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '../scalars/financial-year';
import { Contribution } from '../types/contribution';
import { resolvedElsewhere } from '../types/resolved-elsewhere';

/** A partnership that keeps a ledger of what its agencies contribute. */
@InterfaceType({ description: 'A partnership that keeps a ledger of what its agencies contribute.' })
export abstract class KeepsBudget {
  @Field(() => ID, { description: 'Id of the partnership.' })
  id!: string;

  @Field(() => [Contribution], {
    nullable: true,
    description: "Contributions of one financial year, as the partnership's own ledger holds them.",
  })
  contributions(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): Contribution[] | null {
    return resolvedElsewhere('KeepsBudget.contributions');
  }
}
