import { LocalAuthority, RequiresScopes, connectionFrom, decodeCursor, pageSize } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ChildMovement } from './child-movement';
import { ChildMovementRecord } from './child-movement-record';
import { MovementConnection } from './movement-connection';

/** Notices of movement. */
@Resolver(() => ChildMovement)
export class MovementResolver {
  @Query(() => MovementConnection, { nullable: true, description: 'Notices of children moving, latest notice first.' })
  @RequiresScopes('movements:read')
  async movements(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    const size = pageSize(first);
    const query = context.dataSource
      .getRepository(ChildMovementRecord)
      .createQueryBuilder('movement')
      .orderBy('movement.notifiedOn', 'DESC')
      .addOrderBy('movement.id', 'DESC')
      .limit(size + 1);
    const isContinued = typeof after === 'string';
    if (isContinued) {
      const [notifiedOn, id] = decodeCursor(after, 2);
      query.where('(movement.notifiedOn, movement.id) < (:notifiedOn, :id)', { notifiedOn, id });
    }
    return connectionFrom(await query.getMany(), size, ({ notifiedOn, id }) => [notifiedOn, id], isContinued);
  }

  @FieldResolver(() => LocalAuthority)
  origin(@Root() movement: ChildMovementRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: movement.originCode });
  }

  @FieldResolver(() => LocalAuthority)
  destination(@Root() movement: ChildMovementRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: movement.destinationCode });
  }
}
