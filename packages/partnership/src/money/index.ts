import { KeepsBudget } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import { familyTypeName } from '../family-type-name';
import type { PartnershipModule } from '../partnership-module';
import { PartnershipBudgets1763769600201 } from './budget-migration';
import { BudgetYearResolver } from './budget-year-resolver';
import { budgetYearFromId, createBudgetYearType } from './budget-year-type';
import { contribution, ContributionRecord } from './contribution-record';
import { contributionResolverFor } from './contribution-resolver';
import { removeStrayPayments } from './demonstration-instalments';
import { demonstrationContributions, demonstrationInstalmentPayments } from './demonstration-ledger';
import { InstalmentPaymentRecord } from './instalment-payment-row';
import { instalmentAgreement, instalmentPayment } from './instalment-records';
import { Instalments1764900007300 } from './instalments-migration';
import { InstalmentsResolver } from './instalments-resolver';
import { KeepsBudgetResolver } from './keeps-budget-resolver';
import { LedgerReferences1764400000100 } from './ledger-references-migration';
import { loadBudgetDemonstration } from './load-budget-demonstration';
import { localBudget } from './local-budget-record';
import { moneyEvidence } from './money-evidence';
import { publishedAccountSchema } from './published-account-record';
import { loadPublishedAccounts } from './published-accounts';
import { reserve } from './reserve-record';
import { ReserveResolver } from './reserve-resolver';
import { reviewCharge } from './review-charge-record';

/** Make the tables of a partnership's own books, beside those of the governing document's. */
export const moneyMigrations = [PartnershipBudgets1763769600201, LedgerReferences1764400000100];

/** A partnership's own books: contributions, budgets, reserves, and accounts as they were published. */
export const money: PartnershipModule = ({ id, typeName, factsFolder }) => ({
  capabilities: [KeepsBudget],
  resolvers: [
    KeepsBudgetResolver,
    BudgetYearResolver,
    ReserveResolver,
    contributionResolverFor(id),
    InstalmentsResolver,
  ],
  records: [contribution, instalmentAgreement, instalmentPayment, localBudget, reserve, reviewCharge],
  evidence: moneyEvidence(id),
  types: [createBudgetYearType(typeName)],
  references: [
    {
      typeName: familyTypeName(typeName, 'BudgetYear'),
      resolve: (reference) => budgetYearFromId(familyTypeName(typeName, 'BudgetYear'), id, reference['id']),
    },
  ],
  facts: [publishedAccountSchema],
  migrations: [...moneyMigrations, Instalments1764900007300],
  async load(manager, options) {
    await loadPublishedAccounts(manager, factsFolder);
    await loadDemonstration(manager, 'contributions', options, [
      demonstrates(ContributionRecord, () => demonstrationContributions(id)),
      demonstrates(InstalmentPaymentRecord, () => demonstrationInstalmentPayments(id)),
    ]);
    await removeStrayPayments(manager, 'contribution');
    await loadBudgetDemonstration(manager, id, options);
  },
});
