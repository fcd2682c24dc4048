import { Contribution, RequiresScopes } from '@hub/contract';
import { familyTypeName } from '@hub/partnership';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { readPartnerships } from '../directory/directory-files';

/**
 * London's side of a partnership's budget year: a reference to it, and what the reducers of the
 * pooled budget require of it. The partnership's own subgraph answers.
 */
@InterfaceType('PartnershipBudgetYear', {
  description: "One financial year in a partnership's own books. Each partnership has a type of its own.",
})
export abstract class PartnershipBudgetYear {
  @Field(() => ID, { description: 'Global id, as `havering:2025-26`.' })
  id!: string;

  @Field(() => [Contribution], {
    nullable: true,
    description: 'Contributions of its agencies in this year, to their own budget and to London, by reference.',
  })
  @Directive('@external')
  contributions!: Contribution[] | null;
}

function createStub(typeName: string): Function {
  @ObjectType(typeName, {
    implements: [PartnershipBudgetYear],
    description: "One financial year in the partnership's own books.",
  })
  @Directive('@key(fields: "id")')
  @RequiresScopes('budget:read')
  class Stub extends PartnershipBudgetYear {}
  return Stub;
}

const typeNames: ReadonlyMap<string, string> = new Map(
  readPartnerships().map(({ id, typeName }) => [id, familyTypeName(typeName, 'BudgetYear')]),
);

/** One concrete type a partnership of the directory. */
export const budgetYearStubs: readonly Function[] = [...typeNames.values()].map(createStub);

/** Ids of the partnerships whose books are asked for, in the order of the references to them. */
export const bookkeepers: readonly string[] = [...typeNames.keys()];

/** References to a financial year in the books of every partnership of the directory, in its order. */
export function budgetYearsOf(financialYear: string): { __typename: string; id: string }[] {
  return [...typeNames].map(([id, __typename]) => ({ __typename, id: `${id}:${financialYear}` }));
}
