import { LocalAuthority, Pence, Reserve, ReviewCharge } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { chargesOfReserve } from './budget-loaders';
import type { ReserveRecord } from './reserve-record';

/** What a reserve leads to. */
@Resolver(() => Reserve)
export class ReserveResolver {
  @FieldResolver(() => LocalAuthority, { nullable: true })
  localAuthority(@Root() reserve: ReserveRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: reserve.localAuthorityCode });
  }

  @FieldResolver(() => [ReviewCharge])
  charges(@Root() reserve: ReserveRecord, @Ctx() context: SubgraphContext) {
    return chargesOfReserve(context).load(reserve.localAuthorityCode);
  }

  /** What is left after its charges. */
  @FieldResolver(() => Pence)
  async balancePence(@Root() reserve: ReserveRecord, @Ctx() context: SubgraphContext) {
    const charges = await chargesOfReserve(context).load(reserve.localAuthorityCode);
    return charges.reduce((balance, { amountPence }) => balance - amountPence, reserve.openingPence);
  }
}
