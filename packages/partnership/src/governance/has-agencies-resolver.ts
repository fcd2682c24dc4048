import { Agency, HasAgencies } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { agencies } from './governance-loaders';

/** The agencies that a partnership's document names. */
@Resolver(() => HasAgencies)
export class HasAgenciesResolver {
  @FieldResolver(() => [Agency], { nullable: true })
  agencies(@Ctx() context: SubgraphContext) {
    return agencies(context);
  }
}
