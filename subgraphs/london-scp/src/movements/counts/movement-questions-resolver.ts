import { Cost, DateScalar, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { LondonScp } from '../../executive/london-scp-type';
import { childrenMovedOften } from './children-moved-often';
import { checkPeriod } from './counted-period';
import { DisputedMovements, disputedMovements } from './disputed-movements';
import { MovementFlowConnection } from './movement-flow';
import { movementFlows } from './movement-flows';
import { MovementTimelinessConnection } from './movement-timeliness';
import { OverdueMovements, overdueMovements } from './overdue-movements';
import { LondonTotal } from './safe-totals';
import { timelinessPage } from './timeliness-page';
import { UnapprovedPlacements, unapprovedPlacements } from './unapproved-placements';

/** What London asks about movements: numbers, by the same cuts each time, and no child. */
@Resolver(() => LondonScp)
export class MovementQuestionsResolver {
  @FieldResolver(() => MovementFlowConnection, {
    nullable: true,
    description:
      'Between which authorities children moved, by quarter and category. Whole quarters are counted: those that ' +
      '`from` and `until` lie in, and all between. A flow that is not listed is from 0 to 4.',
  })
  @Paged()
  @RequiresScopes('movements:count')
  @Cost(1000)
  movementFlows(
    @Ctx() context: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first quarter.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'A day of the last quarter, at most 5 years after `from`.' })
    until: string,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    checkPeriod(from, until);
    return movementFlows(context, { from, until, first, after });
  }

  @FieldResolver(() => MovementTimelinessConnection, {
    nullable: true,
    description:
      'How time limits were kept between authorities. Whole calendar years are counted: those that `from` and `until` ' +
      'lie in, and all between. What is not listed is from 0 to 4.',
  })
  @Paged()
  @RequiresScopes('movements:count')
  @Cost(1000)
  movementTimeliness(
    @Ctx() context: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first year.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'A day of the last year, at most 5 years after `from`.' })
    until: string,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    checkPeriod(from, until);
    return timelinessPage(context, { from, until, first, after });
  }

  @FieldResolver(() => OverdueMovements, { nullable: true, description: 'What is overdue now, and with whom.' })
  @RequiresScopes('movements:count')
  @Cost(1000)
  overdueMovements(@Ctx() context: SubgraphContext) {
    return overdueMovements(context);
  }

  @FieldResolver(() => DisputedMovements, { nullable: true, description: 'What is disputed now, and between whom.' })
  @RequiresScopes('movements:count')
  @Cost(1000)
  disputedMovements(@Ctx() context: SubgraphContext) {
    return disputedMovements(context);
  }

  @FieldResolver(() => LondonTotal, {
    nullable: true,
    description: 'Of how many children there were three or more notices in the last 365 days.',
  })
  @RequiresScopes('movements:count')
  @Cost(1000)
  childrenMovedOften(@Ctx() context: SubgraphContext) {
    return childrenMovedOften(context);
  }

  @FieldResolver(() => UnapprovedPlacements, {
    nullable: true,
    description: 'Placements at a distance whose day has come without approval, by the placing authority.',
  })
  @RequiresScopes('movements:count')
  @Cost(1000)
  distantPlacementsWithoutApproval(@Ctx() context: SubgraphContext) {
    return unapprovedPlacements(context);
  }
}
