import { Body, BodyKind, HasLocalGroups } from '@hub/contract';
import { bodies } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';

/** The bodies that serve one local authority each. */
@Resolver(() => HasLocalGroups)
export class HasLocalGroupsResolver {
  @FieldResolver(() => [Body], { nullable: true })
  async localGroups(@Ctx() context: SubgraphContext) {
    return (await bodies(context)).filter(({ kind }) => kind === BodyKind.LOCAL_GROUP);
  }
}
