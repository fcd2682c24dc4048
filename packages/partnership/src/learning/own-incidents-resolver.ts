import {
  IncidentNotification,
  Paged,
  RapidReviewConnection,
  RequiresScopes,
  SeriousIncident,
  SeriousIncidentConnection,
  workingDaysBetween,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { toldOn } from './incident-timeliness';
import { incidentPage, learningArrangements, notificationsOfIncident, rapidReviewPage } from './learning-loaders';

/** Incidents and rapid reviews one by one: asked at home, and of nobody else. */
@Resolver(() => SeriousIncident)
export class OwnIncidentsResolver {
  @Query(() => SeriousIncidentConnection, { nullable: true, description: 'Serious incidents, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  seriousIncidents(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return incidentPage(context, first, after);
  }

  @Query(() => RapidReviewConnection, { nullable: true, description: 'Rapid reviews, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  rapidReviews(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return rapidReviewPage(context, first, after);
  }

  @FieldResolver(() => [IncidentNotification])
  notifications(@Root() { reference }: SeriousIncident, @Ctx() context: SubgraphContext) {
    return notificationsOfIncident(context).load(reference);
  }

  @FieldResolver(() => Int, { nullable: true })
  async workingDaysToNotify(@Root() { reference, occurredOn }: SeriousIncident, @Ctx() context: SubgraphContext) {
    const [told, [rules = null]] = await Promise.all([
      notificationsOfIncident(context).load(reference),
      learningArrangements(context),
    ]);
    const last = toldOn(reference, rules, told);
    return last === null ? null : workingDaysBetween(occurredOn, last);
  }
}
