import { Authenticated, Cost, ListSize, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { coverageOf } from '../../directory/coverage';
import { partnerships } from '../../directory/directory-loaders';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { LocalPartnership } from '../../directory/local-partnership';
import { Requires } from '../../directory/reduce-over';
import { LondonScp } from '../../governance/executive/london-scp-type';
import { DisagreeingMovementConnection } from './disagreeing-movement';
import { publishedDisagreements } from './published-disagreements';
import { countByKind, MovementDisagreementCounts } from './disagreement-count';
import { disagreementPage } from './disagreement-page';
import { MovementReconciliation } from './movement-reconciliation';
import { recordSummaries } from './record-summaries';

/** Where the two sides of movements disagree, over London. */
@Resolver(() => LondonScp)
export class LondonMovementReconciliationResolver {
  @FieldResolver(() => [LocalPartnership], {
    nullable: 'itemsAndList',
    description: 'The partnerships of the directory, in its order. `movementReconciliation` reduces over them.',
  })
  @ListSize(DIRECTORY_SIZE)
  @Directive('@inaccessible')
  recordKeepers(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }

  @FieldResolver(() => MovementReconciliation, {
    nullable: true,
    description:
      'Where the two sides of movements disagree: of all that are open, of those that ended in the last 92 days, and of ' +
      'those for which a side holds an open record.',
  })
  @Authenticated()
  @Cost(600 * DIRECTORY_SIZE)
  @Requires(recordSummaries)
  movementReconciliation(@Root() londonScp: LondonScp, @Ctx() context: SubgraphContext) {
    return recordSummaries.reduce(londonScp, context);
  }
}

/** What is made of it: numbers for those who see no child, and rows for those who are party to them. */
@Resolver(() => MovementReconciliation)
export class MovementReconciliationResolver {
  @FieldResolver(() => MovementDisagreementCounts, {
    nullable: true,
    description: 'In how many movements they disagree, as at some instant of the last seven days.',
  })
  @RequiresScopes('movements:count')
  @Cost(50)
  async counts(@Root() { asOf, coverage, found, answered }: MovementReconciliation, @Ctx() context: SubgraphContext) {
    const published = await publishedDisagreements(
      ...([context.dataSource, countByKind(found), answered, new Date(asOf)] as const),
    );
    return Object.assign(new MovementDisagreementCounts(), {
      asOf: published.publishedAt.toISOString(),
      coverage: await coverageOf(context, {
        answered: new Set(published.answered),
        notThroughHub: new Set(coverage.notThroughHub.map(({ id }) => id)),
      }),
      kinds: published.numbers,
    });
  }

  @FieldResolver(() => DisagreeingMovementConnection, {
    nullable: true,
    description: 'Movements from or to the authority one acts for whose sides disagree, by id: once a kind.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  rows(
    @Root() { found }: MovementReconciliation,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return disagreementPage(context, found, first, after);
  }
}
