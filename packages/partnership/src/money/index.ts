import { KeepsBudget } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import { familyTypeName } from '../family-type-name';
import type { PartnershipModule } from '../partnership-module';
import { camelCase } from '../recording/camel-case';
import { PartnershipBudgets1763769600201 } from './budget-migration';
import { budgetMutations } from './budget-mutations';
import { BudgetYearResolver } from './budget-year-resolver';
import { budgetYearFromId, createBudgetYearType } from './budget-year-type';
import { ContributionRecord, contributionSchema } from './contribution-record';
import { contributionResolverFor } from './contribution-resolver';
import { demonstrationContributions } from './demonstration-ledger';
import { KeepsBudgetResolver } from './keeps-budget-resolver';
import { loadBudgetDemonstration } from './load-budget-demonstration';
import { localBudgetSchema } from './local-budget-record';
import { publishedAccountSchema } from './published-account-record';
import { loadPublishedAccounts } from './published-accounts';
import { reserveSchema } from './reserve-record';
import { ReserveResolver } from './reserve-resolver';
import { reviewChargeSchema } from './review-charge-record';

/** Tables of a partnership's own books. */
export const moneyTables = {
  entities: [contributionSchema, localBudgetSchema, publishedAccountSchema, reserveSchema, reviewChargeSchema],
  migrations: [PartnershipBudgets1763769600201],
};

/** A partnership's own books: contributions, budgets, reserves, and accounts as they were published. */
export const money: PartnershipModule = ({ id, typeName, factsFolder }) => ({
  capabilities: [KeepsBudget],
  resolvers: [KeepsBudgetResolver, BudgetYearResolver, ReserveResolver, contributionResolverFor(id)],
  ownApi: [budgetMutations(camelCase(id))],
  types: [createBudgetYearType(typeName)],
  references: [
    {
      typeName: familyTypeName(typeName, 'BudgetYear'),
      resolve: (reference) => budgetYearFromId(familyTypeName(typeName, 'BudgetYear'), id, reference['id']),
    },
  ],
  ...moneyTables,
  async load(manager, options) {
    await loadPublishedAccounts(manager, factsFolder);
    await loadDemonstration(manager, 'contributions', options, [
      demonstrates(ContributionRecord, () => demonstrationContributions(id)),
    ]);
    await loadBudgetDemonstration(manager, id, options);
  },
});
