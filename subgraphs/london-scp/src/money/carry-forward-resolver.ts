import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { decisionByReference } from '../governance/decisions/decision-loaders';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';
import { CarryForward } from './carry-forward';
import type { CarryForwardRecord } from './carry-forward-row';

/** What a carry-forward leads to. */
@Resolver(() => CarryForward)
export class CarryForwardResolver {
  @FieldResolver(() => ExecutiveDecision, { nullable: true })
  async decision(@Root() { decisionReference }: CarryForwardRecord, @Ctx() context: SubgraphContext) {
    if (decisionReference === null) return null;
    return (await decisionByReference(context).load(decisionReference)) ?? null;
  }
}
