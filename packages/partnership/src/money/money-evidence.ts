import {
  ContributionTarget,
  financialYearBounds,
  financialYearOf,
  ObligationRecordKind as Kind,
  previousFinancialYear,
} from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { contributionsOfYear, localBudgets } from './budget-loaders';

const OF_NONE = { bodyId: null, of: null, endsOn: null, dueOn: null, parts: [] };

/** Budgets that were approved, and what was pledged of a year, each by the id of the budget year. */
export const moneyEvidence = (partnershipId: string): EvidenceReaders => ({
  /** A budget holds for its financial year: from its first day where it was approved ahead, and to its last. */
  async [Kind.LOCAL_BUDGET](context) {
    return (await localBudgets(context)).map(({ financialYear, approvedOn, isSynthetic }) => {
      const { from, to: endsOn } = financialYearBounds(financialYear);
      const doneOn = approvedOn < from ? from : approvedOn;
      const record = `${partnershipId}:${financialYear}`;
      return { ...OF_NONE, kind: Kind.LOCAL_BUDGET, record, doneOn, endsOn, isSynthetic };
    });
  },
  /** No day of a pledge is recorded: what was pledged for a year counts from its first day. */
  async [Kind.CONTRIBUTION](context, on) {
    const year = financialYearOf(on);
    const years = [year, previousFinancialYear(year)];
    const pledged = await Promise.all(years.map((one) => contributionsOfYear(context).load(one)));
    return years.flatMap((financialYear, index) => {
      const local = pledged[index]!.filter(
        ({ target, pledgedPence }) => target === ContributionTarget.LOCAL_BUDGET && pledgedPence !== null,
      );
      if (local.length === 0) return [];
      const { from: doneOn } = financialYearBounds(financialYear);
      const isSynthetic = local.some((one) => one.isSynthetic);
      return [
        { ...OF_NONE, kind: Kind.CONTRIBUTION, record: `${partnershipId}:${financialYear}`, doneOn, isSynthetic },
      ];
    });
  },
});
