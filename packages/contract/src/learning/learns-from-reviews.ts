import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { DateScalar, FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { IncidentTimeliness } from './incident-timeliness';
import { LearningArrangement } from './learning-arrangement';
import { PracticeReviewConnection, type PracticeReview } from './practice-review';
import { RecommendationConnection, type Recommendation } from './recommendation';
import { ThemeCount } from './theme-count';

@InterfaceType({ description: 'A partnership that learns from serious incidents, reviews and audits.' })
export abstract class LearnsFromReviews {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => LearningArrangement, { nullable: true, description: 'How its document has it learn.' })
  @Public()
  learningArrangement!: LearningArrangement | null;

  @Field(() => IncidentTimeliness, {
    nullable: true,
    description: 'How soon the serious incidents of one financial year were notified.',
  })
  @RequiresScopes('governance:read')
  incidentTimeliness(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): IncidentTimeliness | null {
    return resolvedElsewhere('LearnsFromReviews.incidentTimeliness');
  }

  @Field(() => PracticeReviewConnection, { nullable: true, description: 'Its practice reviews, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  practiceReviews(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<PracticeReview> | null {
    return resolvedElsewhere('LearnsFromReviews.practiceReviews');
  }

  @Field(() => RecommendationConnection, { nullable: true, description: 'Recommendations made there, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  recommendations(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<Recommendation> | null {
    return resolvedElsewhere('LearnsFromReviews.recommendations');
  }

  @Field(() => [ThemeCount], {
    nullable: true,
    description: 'Themes of its recommendations since a day, the most frequent first.',
  })
  @ListSize(13)
  @RequiresScopes('governance:read')
  recommendationThemes(
    @Arg('since', () => DateScalar, { description: 'The first day of those that are counted.' })
    _since: string,
  ): ThemeCount[] | null {
    return resolvedElsewhere('LearnsFromReviews.recommendationThemes');
  }
}
