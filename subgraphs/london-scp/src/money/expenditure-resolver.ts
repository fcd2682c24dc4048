import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { decisionByReference } from '../governance/decisions/decision-loaders';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';
import { Expenditure } from './expenditure';
import type { ExpenditureRecord } from './expenditure-row';

/** What an expenditure leads to. */
@Resolver(() => Expenditure)
export class ExpenditureResolver {
  @FieldResolver(() => ExecutiveDecision, { nullable: true })
  async decision(@Root() { decisionReference }: ExpenditureRecord, @Ctx() context: SubgraphContext) {
    return (await decisionByReference(context).load(decisionReference)) ?? null;
  }
}
