import { Contribution, ContributionInstalments, DateScalar, Pence, sumOfPence, type PaidAtOnce } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { paymentsOfContribution } from './budget-loaders';
import type { ContributionRecord } from './contribution-record';
import { instalmentsOf } from './instalments-of';

const atOnce = ({ reference, paidPence: pence, paidOn: on }: ContributionRecord): PaidAtOnce => ({
  ...{ reference, pence, on },
});

/** Makes the resolver of what follows of a contribution: its reference is one within its partnership alone. */
export function contributionResolverFor(partnershipId: string): Function {
  @Resolver(() => Contribution)
  class ContributionResolver {
    @FieldResolver(() => ID)
    id(@Root() { id }: ContributionRecord) {
      return `${partnershipId}:contribution:${id}`;
    }

    @FieldResolver(() => Pence, { nullable: true })
    async paidPence(@Root() { reference, paidPence }: ContributionRecord, @Ctx() context: SubgraphContext) {
      const payments = await paymentsOfContribution(context).load(reference);
      return payments.length === 0 ? paidPence : sumOfPence(payments);
    }

    @FieldResolver(() => DateScalar, { nullable: true })
    async paidOn(@Root() { reference, paidOn }: ContributionRecord, @Ctx() context: SubgraphContext) {
      return (await paymentsOfContribution(context).load(reference)).at(-1)?.paidOn ?? paidOn;
    }

    @FieldResolver(() => ContributionInstalments, { nullable: true })
    async instalments(@Root() one: ContributionRecord, @Ctx() context: SubgraphContext) {
      return instalmentsOf(one, atOnce(one), await paymentsOfContribution(context).load(one.reference));
    }
  }
  return ContributionResolver;
}
