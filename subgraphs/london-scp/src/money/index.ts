import { InstalmentsResolver } from '@hub/partnership';
import type { SubgraphModule } from '@hub/subgraph-kit';
import { withAnswers } from '../directory/reduce-over';
import { allocation } from './allocation-record';
import { pledge, receipt } from './answer-records';
import { AllocationResolver } from './allocation-resolver';
import { Allocations1763769600220 } from './allocations-migration';
import { carryForward } from './carry-forward-record';
import { CarryForwardResolver } from './carry-forward-resolver';
import { expenditure } from './expenditure-record';
import { pooledInstalmentAgreement, pooledInstalmentPayment } from './instalment-records';
import { PooledInstalments1764900007310 } from './instalments-migration';
import { loadPooledBudget } from './load-pooled-budget';
import { PooledBudgetMutations } from './mutations/pooled-budget-mutations';
import { budgetYears } from './partnership-budget-year';
import { PooledBudgetAgencyIds1764371200001 } from './pooled-budget-agency-ids-migration';
import { budgetOfYear } from './pooled-budget-loaders';
import { PooledBudget1763769600004 } from './pooled-budget-migration';
import { pooledBudgetSchema } from './pooled-budget-record';
import { ExpenditureResolver } from './expenditure-resolver';
import { PooledBudgetResolver } from './pooled-budget-resolver';
import { PooledContributionResolver } from './pooled-contribution-resolver';
import { PooledReferences1764400000102 } from './pooled-references-migration';
import { PooledBudgetYears1763769600200 } from './pooled-budget-years-migration';
import { PooledMembers1764900004310 } from './pooled-members-migration';
import { pooledContribution } from './pooled-contribution-record';
import { dateToleranceDays } from './reconciliation/date-tolerance';

/** The pooled budget, held by London Councils (LON-31 to LON-33), and its reducers over every partnership's ledger. */
export const pooledBudget: SubgraphModule = {
  resolvers: [
    PooledBudgetResolver,
    PooledContributionResolver,
    ExpenditureResolver,
    AllocationResolver,
    CarryForwardResolver,
    InstalmentsResolver,
    PooledBudgetMutations,
  ],
  types: budgetYears.stubs,
  references: [
    {
      typeName: 'PooledBudget',
      async resolve(reference, context) {
        const budget = await budgetOfYear(context).load(String(reference['financialYear']));
        return withAnswers(budget, reference, 'budgetYears', 'previousBudgetYears');
      },
    },
  ],
  records: [
    ...[pooledContribution, pledge, receipt, pooledInstalmentAgreement, pooledInstalmentPayment],
    ...[expenditure, allocation, carryForward],
  ],
  entities: [pooledBudgetSchema],
  migrations: [
    ...[PooledBudget1763769600004, PooledBudgetYears1763769600200, Allocations1763769600220],
    ...[PooledBudgetAgencyIds1764371200001, PooledReferences1764400000102],
    ...[PooledMembers1764900004310, PooledInstalments1764900007310],
  ],
  async load(manager, options) {
    // A tolerance that cannot be used stops the start, not the first question.
    dateToleranceDays(process.env);
    await loadPooledBudget(manager, options);
  },
};
