/**
 * The name of a partnership's type in a family of which each partnership has one: `HaveringPartnership` has
 * `HaveringBudgetYear` and `HaveringChildRecord`.
 *
 * @throws Error where the partnership's type does not end in Partnership.
 */
export function familyTypeName(partnershipTypeName: string, family: 'BudgetYear' | 'ChildRecord'): string {
  if (!partnershipTypeName.endsWith('Partnership')) {
    throw new Error(`The type of a partnership must end in Partnership, and ${partnershipTypeName} does not.`);
  }
  return partnershipTypeName.replace(/Partnership$/, family);
}
