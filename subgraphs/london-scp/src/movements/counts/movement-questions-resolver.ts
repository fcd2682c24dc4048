import { Cost, DateScalar, Paged, quarterOf, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';
import { LondonScp } from '../../governance/executive/london-scp-type';
import { publishedStanding } from '../publication/published';
import { authorityPairs } from './authority-pair';
import { authorityTotals } from './authority-totals';
import { childrenMovedOften } from './children-moved-often';
import { checkPeriod } from './counted-period';
import { DisputedMovements, disputedMovements } from './disputed-movements';
import { MovementFlow, MovementFlowConnection, movementFlows } from './movement-flow';
import { MovementTimeliness, MovementTimelinessConnection, movementTimeliness } from './movement-timeliness';
import { OverdueMovementCount, OverdueMovements, overdueMovements } from './overdue-movements';
import { periodPage } from './period-page';
import { ClockTotal, LondonTotal, londonTotal } from './safe-totals';
import { UnapprovedPlacements, unapprovedPlacements } from './unapproved-placements';

/** What London asks about movements: numbers, by the same cuts each time, and no child. */
@Resolver(() => LondonScp)
export class MovementQuestionsResolver {
  @FieldResolver(() => MovementFlowConnection, {
    nullable: true,
    description:
      'Between which authorities children moved, by quarter. Whole quarters are counted: those that `from` and `to` lie ' +
      'in, and all between. A flow that is not listed is from 0 to 4. A quarter is published once, 30 days after its ' +
      'end, and is not changed.',
  })
  @Paged()
  @RequiresScopes('movements:count')
  @Cost(50)
  async movementFlows(
    @Ctx() context: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first quarter.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'A day of the last quarter, at most 5 years after `from`.' })
    to: string,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    checkPeriod(from, to);
    const pairOf = await authorityPairs(context);
    return periodPage(
      ...([context, movementFlows, { from: quarterOf(from), to: quarterOf(to), first, after }] as const),
      ['originCode', 'destinationCode'],
      ({ period, originCode, destinationCode, ...number }) =>
        Object.assign(new MovementFlow(), { ...number, quarter: period, pair: pairOf(originCode, destinationCode) }),
    );
  }

  @FieldResolver(() => MovementTimelinessConnection, {
    nullable: true,
    description:
      'How time limits were kept, by the authority moved to. Whole calendar years are counted: those that `from` and ' +
      '`to` lie in, and all between. What is not listed is from 0 to 4. A year is published once, 30 days after its ' +
      'end, and is not changed.',
  })
  @Paged()
  @RequiresScopes('movements:count')
  @Cost(50)
  async movementTimeliness(
    @Ctx() context: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first year.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'A day of the last year, at most 5 years after `from`.' })
    to: string,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    checkPeriod(from, to);
    const authorities = await localAuthoritiesByCode(context);
    return periodPage(
      ...([context, movementTimeliness, { from: from.slice(0, 4), to: to.slice(0, 4), first, after }] as const),
      ['destinationCode', 'clock', 'state'],
      ({ period, ...number }) =>
        Object.assign(new MovementTimeliness(), {
          ...{ ...number, year: Number(period), destination: authorities.get(number.destinationCode) ?? null },
        }),
    );
  }

  @FieldResolver(() => OverdueMovements, {
    nullable: true,
    description: 'What is overdue, and with whom, as at some instant of the last seven days.',
  })
  @RequiresScopes('movements:count')
  @Cost(50)
  async overdueMovements(@Ctx() context: SubgraphContext): Promise<OverdueMovements | null> {
    const published = await publishedStanding(context.dataSource, overdueMovements);
    if (!published) return null;
    const { asOf, isSynthetic, numbers } = published;
    const authorities = await localAuthoritiesByCode(context);
    return Object.assign(new OverdueMovements(), {
      asOf,
      counts: numbers.counts.map(({ code, ...number }) =>
        Object.assign(new OverdueMovementCount(), {
          ...{ ...number, isSynthetic, responsibleCode: code, responsible: authorities.get(code ?? '') ?? null },
        }),
      ),
      clocks: numbers.clocks.map((number) => Object.assign(new ClockTotal(), { ...number, isSynthetic })),
      total: londonTotal(published, numbers.total),
    });
  }

  @FieldResolver(() => DisputedMovements, {
    nullable: true,
    description: 'What is disputed, of whom and by whom, as at some instant of the last seven days.',
  })
  @RequiresScopes('movements:count')
  @Cost(50)
  async disputedMovements(@Ctx() context: SubgraphContext): Promise<DisputedMovements | null> {
    const published = await publishedStanding(context.dataSource, disputedMovements);
    if (!published) return null;
    const { asOf, isSynthetic, numbers } = published;
    const named = await authorityTotals(context, isSynthetic);
    return Object.assign(new DisputedMovements(), {
      ...{ asOf, origins: named(numbers.origins), destinations: named(numbers.destinations) },
      total: londonTotal(published, numbers.total),
    });
  }

  @FieldResolver(() => LondonTotal, {
    nullable: true,
    description:
      'Of how many children there were three or more notices in 365 days, as at some instant of the last seven.',
  })
  @RequiresScopes('movements:count')
  @Cost(50)
  async childrenMovedOften(@Ctx() { dataSource }: SubgraphContext): Promise<LondonTotal | null> {
    const published = await publishedStanding(dataSource, childrenMovedOften);
    return published && londonTotal(published, published.numbers);
  }

  @FieldResolver(() => UnapprovedPlacements, {
    nullable: true,
    description:
      'Placements at a distance whose day has come without approval, by the placing authority, as at some instant of the ' +
      'last seven days.',
  })
  @RequiresScopes('movements:count')
  @Cost(50)
  async distantPlacementsWithoutApproval(@Ctx() context: SubgraphContext): Promise<UnapprovedPlacements | null> {
    const published = await publishedStanding(context.dataSource, unapprovedPlacements);
    if (!published) return null;
    const named = await authorityTotals(context, published.isSynthetic);
    return Object.assign(new UnapprovedPlacements(), {
      counts: named(published.numbers.counts),
      total: londonTotal(published, published.numbers.total),
    });
  }
}
