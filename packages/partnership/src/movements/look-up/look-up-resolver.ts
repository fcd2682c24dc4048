import { Cost, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { lookUpChild } from './look-up-child';
import { LookUpChildInput, OwnChildLookUp } from './own-child-look-up';

/** "Is there a movement of this child, and who holds it?" */
@Resolver()
export class LookUpResolver {
  @Query(() => OwnChildLookUp, {
    nullable: true,
    description:
      "Looks a child up, by NHS number or by one's own reference: what one's own authority has, and who is responsible as the " +
      'hub says. Each look is recorded with the child. Codes: REQUIRED, NOT_BOTH, NOT_BORN, NHS_NUMBER_INVALID, LOCAL_REFERENCE_INVALID.',
  })
  @Cost(300)
  @RequiresScopes('child-records:read')
  childLookUp(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => LookUpChildInput, { description: 'The child.' }) input: LookUpChildInput,
  ) {
    return lookUpChild(context, input);
  }
}
