import { PartnershipBudgetYear, RequiresScopes, isFinancialYear } from '@hub/contract';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { familyTypeName } from '../family-type-name';

/** An instance of a partnership's budget year: its key and its year; all else is resolved from them. */
export interface BudgetYearReference {
  __typename: string;
  id: string;
  financialYear: string;
}

/** Makes the one concrete type of a partnership's budget years. */
export function createBudgetYearType(partnershipTypeName: string): Function {
  @ObjectType(familyTypeName(partnershipTypeName, 'BudgetYear'), {
    implements: [PartnershipBudgetYear],
    description: "One financial year in the partnership's own books.",
  })
  @Directive('@key(fields: "id")')
  @RequiresScopes('budget:read')
  class BudgetYearType {
    @Field(() => ID, { description: 'Global id, as `havering:2025-26`.' })
    id!: string;
  }
  return BudgetYearType;
}

/** The budget year of a partnership, as a value of its concrete type. */
export function budgetYear(typeName: string, partnershipId: string, financialYear: string): BudgetYearReference {
  return { __typename: typeName, id: `${partnershipId}:${financialYear}`, financialYear };
}

/** Finds a budget year by its id; null where the id is not one of this partnership's. */
export function budgetYearFromId(typeName: string, partnershipId: string, id: unknown): BudgetYearReference | null {
  const [owner, year = '', ...rest] = String(id).split(':');
  if (owner !== partnershipId || rest.length > 0 || !isFinancialYear(year)) return null;
  return budgetYear(typeName, partnershipId, year);
}
