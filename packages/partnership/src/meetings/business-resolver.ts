import { BodyBusiness, BodyDecisionConnection, ScheduledMeetingConnection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { bodyDecisionPage } from './body-decision-record';
import { scheduledMeetingPage } from './scheduled-meeting-record';

/** What the bodies of a partnership plan, and what they decided. */
@Resolver(() => BodyBusiness)
export class BodyBusinessResolver {
  @FieldResolver(() => ScheduledMeetingConnection, { nullable: true })
  scheduledMeetings(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return scheduledMeetingPage(context, first, after);
  }

  @FieldResolver(() => BodyDecisionConnection, { nullable: true })
  decisions(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return bodyDecisionPage(context, first, after);
  }
}
