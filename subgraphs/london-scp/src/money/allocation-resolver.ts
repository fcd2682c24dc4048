import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { decisionByReference } from '../governance/decisions/decision-loaders';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';
import { Allocation } from './allocation';
import type { AllocationRecord } from './allocation-row';

/** What an allocation leads to. */
@Resolver(() => Allocation)
export class AllocationResolver {
  @FieldResolver(() => ExecutiveDecision, { nullable: true })
  async decision(@Root() { decisionReference }: AllocationRecord, @Ctx() context: SubgraphContext) {
    return (await decisionByReference(context).load(decisionReference)) ?? null;
  }
}
