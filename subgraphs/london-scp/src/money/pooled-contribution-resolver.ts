import { ContributionInstalments, DateScalar, Pence, sumOfPence } from '@hub/contract';
import { instalmentsOf } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { partnershipById } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { paymentsOfContribution } from './pooled-budget-loaders';
import { PooledContribution } from './pooled-contribution';
import type { PooledContributionRecord } from './pooled-contribution-row';
import { receivedAtOnce } from './received';

/** What a contribution leads to. */
@Resolver(() => PooledContribution)
export class PooledContributionResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() contribution: PooledContributionRecord, @Ctx() context: SubgraphContext) {
    return partnershipById(context, contribution.partnershipId);
  }

  @FieldResolver(() => Pence, { nullable: true })
  async receivedPence(@Root() one: PooledContributionRecord, @Ctx() context: SubgraphContext) {
    const instalments = await paymentsOfContribution(context).load(one.reference);
    return instalments.length === 0 ? one.receivedPence : sumOfPence(instalments);
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async receivedOn(@Root() one: PooledContributionRecord, @Ctx() context: SubgraphContext) {
    return (await paymentsOfContribution(context).load(one.reference)).at(-1)?.paidOn ?? one.receivedOn;
  }

  @FieldResolver(() => ContributionInstalments, { nullable: true })
  async instalments(@Root() one: PooledContributionRecord, @Ctx() context: SubgraphContext) {
    return instalmentsOf(one, receivedAtOnce(one), await paymentsOfContribution(context).load(one.reference));
  }
}
