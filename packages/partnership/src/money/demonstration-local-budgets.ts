import { ContributionTarget } from '@hub/contract';
import { demonstrationLedger } from './demonstration-ledger';
import { DEMONSTRATION_YEARS } from '../demonstration/period';

/** The budget of each demonstration year: what the partnership's agencies pledged to it, approved before it began. */
export function demonstrationLocalBudgets(partnershipId: string) {
  const ledger = demonstrationLedger(partnershipId);
  return ledger.length === 0
    ? []
    : DEMONSTRATION_YEARS.map((financialYear) => ({
        financialYear,
        approvedPence: ledger
          .filter((line) => line.financialYear === financialYear && line.target === ContributionTarget.LOCAL_BUDGET)
          .reduce((sum, { pledgedPence }) => sum + (pledgedPence ?? 0), 0),
        decisionReference: `${partnershipId}/decision/budget/${financialYear}`,
        approvedOn: `${financialYear.slice(0, 4)}-03-15`,
        isSynthetic: true,
      }));
}
