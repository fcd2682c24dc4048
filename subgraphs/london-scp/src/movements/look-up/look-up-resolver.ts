import { Cost, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ChildLookUp } from './child-look-up';
import { lookUpChild } from './look-up-child';

/** "Is there a movement of this child, and who holds it?" */
@Resolver()
export class LookUpResolver {
  @Query(() => ChildLookUp, {
    nullable: true,
    description:
      'Looks a child up by pseudonym: who is responsible, the movements to which one is party, and whether there are others. ' +
      'Under BREAK_GLASS it lists them all. Each look is recorded with the child. A partnership makes the pseudonyms.',
  })
  @RequiresScopes('movements:read')
  @Cost(300)
  childLookUp(
    @Ctx() context: SubgraphContext,
    @Arg('childPseudonyms', () => [ID], { description: 'All pseudonyms by which the child may be known: 1 to 20.' })
    childPseudonyms: string[],
  ) {
    return lookUpChild(context, childPseudonyms);
  }
}
