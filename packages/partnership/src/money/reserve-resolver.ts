import { LocalAuthority, Pence, Reserve, ReviewCharge } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { chargesOfReserve } from './budget-loaders';
import type { ReserveRecord } from './reserve-record';
import type { ReviewChargeRecord } from './review-charge-record';

/** What a reserve leads to. */
@Resolver(() => Reserve)
export class ReserveResolver {
  @FieldResolver(() => LocalAuthority, { nullable: true })
  localAuthority(@Root() reserve: ReserveRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: reserve.localAuthorityCode });
  }

  @FieldResolver(() => [ReviewCharge])
  charges(@Root() reserve: ReserveRecord, @Ctx() context: SubgraphContext) {
    return chargesOf(reserve, context);
  }

  @FieldResolver(() => Pence)
  async balancePence(@Root() reserve: ReserveRecord, @Ctx() context: SubgraphContext) {
    return balanceOf(reserve, await chargesOf(reserve, context));
  }
}

/** What is left of a reserve after its charges, in pence. */
export function balanceOf(reserve: ReserveRecord, charges: readonly ReviewChargeRecord[]): number {
  return charges.reduce((balance, { amountPence }) => balance - amountPence, reserve.openingPence);
}

/** A mutation brings the charges it has just read along: the loaders of its request may be older. */
async function chargesOf(reserve: ReserveRecord, context: SubgraphContext): Promise<ReviewChargeRecord[]> {
  return reserve.charges ?? chargesOfReserve(context).load(reserve.localAuthorityCode);
}
