import {
  ContributionKind,
  Cost,
  FinancialYear,
  Pence,
  previousFinancialYear,
  RequiresScopes,
  sumOfPence,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { partnerships } from '../directory/directory-loaders';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { Requires } from '../directory/reduce-over';
import { Allocation } from './allocation';
import { CarryForward } from './carry-forward';
import { equityOf } from './equity/equity-of';
import { Equity } from './equity/equity-type';
import { pledgesOfYear, pledgesOfYearBefore } from './equity/pledges';
import { Expenditure } from './expenditure';
import { BudgetYearReference } from './budget-year-reference';
import { budgetYearsOf } from './partnership-budget-year';
import {
  allocationsOfYear,
  budgetOfYear,
  carriedFrom,
  carriedInto,
  contributionsOfYear,
  expendituresOfYear,
} from './pooled-budget-loaders';
import type { PooledBudgetRecord } from './pooled-budget-record';
import { PooledBudget } from './pooled-budget-type';
import { PooledContribution } from './pooled-contribution';
import type { PooledContributionRecord } from './pooled-contribution-row';
import { receivedOfYear } from './received';
import { dateToleranceDays } from './reconciliation/date-tolerance';
import { reconciliation } from './reconciliation/reconciliation';
import { Reconciliation } from './reconciliation/reconciliation-type';

/** The pooled budget and what it leads to. */
@Resolver(() => PooledBudget)
export class PooledBudgetResolver {
  @Query(() => PooledBudget, {
    nullable: true,
    description: 'The pooled budget of a financial year; null where that year was not opened.',
  })
  @RequiresScopes('budget:read')
  pooledBudget(
    @Ctx() context: SubgraphContext,
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    financialYear: string,
  ) {
    return budgetOfYear(context).load(financialYear);
  }

  @FieldResolver(() => String)
  holder() {
    return 'London Councils';
  }

  @FieldResolver(() => [PooledContribution])
  contributions(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return contributionsOfYear(context).load(financialYear);
  }

  @FieldResolver(() => [Expenditure])
  expenditures(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return expendituresOfYear(context).load(financialYear);
  }

  @FieldResolver(() => Pence)
  async pledgedPence(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    const contributions = await contributionsOfYear(context).load(financialYear);
    return contributions.filter(isMoney).reduce((sum, { pledgedPence }) => sum + (pledgedPence ?? 0), 0);
  }

  @FieldResolver(() => Pence)
  async receivedPence(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return moneyReceived(context, financialYear);
  }

  @FieldResolver(() => Pence)
  async spentPence(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return sumOfPence(await expendituresOfYear(context).load(financialYear));
  }

  @FieldResolver(() => [Allocation])
  allocations(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return allocationsOfYear(context).load(financialYear);
  }

  @FieldResolver(() => Pence)
  async allocatedPence(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return sumOfPence(await allocationsOfYear(context).load(financialYear));
  }

  @FieldResolver(() => CarryForward, { nullable: true })
  async broughtForward(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return (await carriedInto(context).load(financialYear)) ?? null;
  }

  @FieldResolver(() => CarryForward, { nullable: true })
  async carriedForward(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    return (await carriedFrom(context).load(financialYear)) ?? null;
  }

  @FieldResolver(() => Pence)
  async balancePence(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    const [moneyIn, spent, brought, carried] = await Promise.all([
      moneyReceived(context, financialYear),
      expendituresOfYear(context).load(financialYear),
      carriedInto(context).load(financialYear),
      carriedFrom(context).load(financialYear),
    ]);
    return moneyIn + (brought?.amountPence ?? 0) - sumOfPence(spent) - (carried?.amountPence ?? 0);
  }

  @FieldResolver(() => [LocalPartnership])
  async partnerships(@Root() { financialYear }: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    const contributions = await contributionsOfYear(context).load(financialYear);
    const invited = new Set(contributions.map(({ partnershipId }) => partnershipId));
    return (await partnerships(context)).filter(({ id }) => invited.has(id));
  }

  @FieldResolver(() => [BudgetYearReference], { nullable: 'items' })
  budgetYears(@Root() { financialYear }: PooledBudgetRecord) {
    return budgetYearsOf(financialYear);
  }

  @FieldResolver(() => [BudgetYearReference], { nullable: 'items' })
  previousBudgetYears(@Root() { financialYear }: PooledBudgetRecord) {
    return budgetYearsOf(previousFinancialYear(financialYear));
  }

  @FieldResolver(() => Reconciliation, {
    description: 'What each partnership says it paid to London, set against what London Councils received.',
  })
  @Cost(220 * DIRECTORY_SIZE)
  @Requires(reconciliation)
  async reconciliation(@Root() budget: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    const receipts = await receivedOfYear(context, budget.financialYear);
    return reconciliation.reduce(budget, context, receipts, dateToleranceDays(process.env));
  }

  @FieldResolver(() => Equity, {
    description: 'Who bears what part of what is pledged to London, and how that changed.',
  })
  @Cost(170 * DIRECTORY_SIZE)
  @Requires(pledgesOfYear, pledgesOfYearBefore)
  async equity(@Root() budget: PooledBudgetRecord, @Ctx() context: SubgraphContext) {
    const before = await pledgesOfYearBefore.reduce(budget, context);
    return equityOf(context, await pledgesOfYear.reduce(budget, context), before);
  }
}

/** In kind is no money: it adds to no sum. */
const isMoney = ({ kind }: PooledContributionRecord) => kind === ContributionKind.CASH;

async function moneyReceived(context: SubgraphContext, financialYear: string): Promise<number> {
  const all = await receivedOfYear(context, financialYear);
  return sumOfPence(all.filter(({ contribution }) => isMoney(contribution)).flatMap(({ payments }) => payments));
}
