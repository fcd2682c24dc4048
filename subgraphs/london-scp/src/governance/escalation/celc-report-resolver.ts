import { Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { CelcReportConnection } from './celc-report';
import { celcReportPage } from './celc-report-record';

/** What was reported to CELC. */
@Resolver()
export class CelcReportResolver {
  @Query(() => CelcReportConnection, { nullable: true, description: 'Issues reported to CELC, latest first.' })
  @Paged()
  @RequiresScopes('decisions:read')
  celcReports(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return celcReportPage(context, first, after);
  }
}
