import {
  DateScalar,
  FinancialYear,
  IncidentTimeliness,
  LearningArrangement,
  LearnsFromReviews,
  PracticeReviewConnection,
  RecommendationConnection,
  RecommendationResponse,
  ThemeCount,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { incidentTimeliness } from './incident-timeliness';
import {
  incidents,
  learningArrangements,
  notifications,
  practiceReviewPage,
  recommendationPage,
  recommendations,
} from './learning-loaders';

/** What a partnership learns from incidents and reviews. */
@Resolver(() => LearnsFromReviews)
export class LearnsFromReviewsResolver {
  @FieldResolver(() => LearningArrangement, { nullable: true })
  async learningArrangement(@Ctx() context: SubgraphContext) {
    return (await learningArrangements(context))[0] ?? null;
  }

  @FieldResolver(() => IncidentTimeliness, { nullable: true })
  async incidentTimeliness(
    @Ctx() context: SubgraphContext,
    @Arg('financialYear', () => FinancialYear) financialYear: string,
  ) {
    const [all, [rules = null], told] = await Promise.all([
      incidents(context),
      learningArrangements(context),
      notifications(context),
    ]);
    return incidentTimeliness(financialYear, all, rules, told);
  }

  @FieldResolver(() => PracticeReviewConnection, { nullable: true })
  practiceReviews(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return practiceReviewPage(context, first, after);
  }

  @FieldResolver(() => RecommendationConnection, { nullable: true })
  recommendations(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return recommendationPage(context, first, after);
  }

  @FieldResolver(() => [ThemeCount], { nullable: true })
  async recommendationThemes(@Ctx() context: SubgraphContext, @Arg('since', () => DateScalar) since: string) {
    const made = (await recommendations(context)).filter(({ madeOn }) => since <= madeOn);
    return [...new Set(made.map(({ theme }) => theme))]
      .map((theme) => {
        const about = made.filter((one) => one.theme === theme);
        const notAccepted = about.filter(({ response }) => response === RecommendationResponse.NOT_ACCEPTED).length;
        return Object.assign(new ThemeCount(), { theme, recommendations: about.length, notAccepted });
      })
      .sort((one, other) => other.recommendations - one.recommendations || (one.theme < other.theme ? -1 : 1));
  }
}
