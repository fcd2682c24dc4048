import { Field, ID, InterfaceType } from 'type-graphql';

/** A financial year of a partnership, of which its books may be in the hub. */
@InterfaceType('BudgetYearReference', {
  description:
    'A financial year of a partnership. One that keeps its books in the hub tells more of it: `... on PartnershipBudgetYear`.',
})
export abstract class BudgetYearReference {
  @Field(() => ID, { description: 'Global id, as `havering:2025-26`.' })
  id!: string;
}
