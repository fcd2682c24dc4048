import { LearnsFromReviews } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationIncidents } from './demonstration-incidents';
import { demonstrationRecommendations } from './demonstration-recommendations';
import { demonstrationReviews } from './demonstration-reviews';
import { incidentNotification, IncidentNotificationRecord } from './incident-notification-record';
import { learningArrangementSchema } from './learning-arrangement-record';
import { learningDissemination, LearningDisseminationRecord } from './learning-dissemination-record';
import { learningEvidence } from './learning-evidence';
import { Learning1764900003000 } from './learning-migration';
import { PracticeReviewResolver, RecommendationResolver } from './learning-part-resolvers';
import { LearnsFromReviewsResolver } from './learns-from-reviews-resolver';
import { loadLearningArrangement } from './load-learning-arrangement';
import { OwnIncidentsResolver } from './own-incidents-resolver';
import { practiceReview, PracticeReviewRecord } from './practice-review-record';
import { rapidReview, RapidReviewRecord } from './rapid-review-record';
import { recommendationAction, RecommendationActionRecord } from './recommendation-action-record';
import { recommendation, RecommendationRecord } from './recommendation-record';
import { recommendationResponse } from './recommendation-response-record';
import { reviewPublication } from './review-publication-record';
import { reviewStep, ReviewStepRecord } from './review-step-record';
import { seriousIncident, SeriousIncidentRecord } from './serious-incident-record';

/** What is learned from serious incidents, rapid and practice reviews, and what is done about it. */
export const learning: PartnershipModule = ({ id, localAuthorities, factsFolder, facts }) => ({
  capabilities: [LearnsFromReviews],
  resolvers: [LearnsFromReviewsResolver, PracticeReviewResolver, RecommendationResolver],
  ownApi: [OwnIncidentsResolver],
  records: [
    ...[seriousIncident, incidentNotification, rapidReview, practiceReview, reviewStep, reviewPublication],
    ...[recommendation, recommendationResponse, recommendationAction, learningDissemination],
  ],
  facts: [learningArrangementSchema],
  migrations: [Learning1764900003000],
  evidence: learningEvidence,
  async load(manager, options) {
    await loadLearningArrangement(manager, id, factsFolder);
    await loadDemonstration(manager, 'learning', options, [
      demonstrates(SeriousIncidentRecord, () => demonstrationIncidents(id, localAuthorities).incidents),
      demonstrates(IncidentNotificationRecord, () => demonstrationIncidents(id, localAuthorities).notifications),
      demonstrates(RapidReviewRecord, () => demonstrationIncidents(id, localAuthorities).rapidReviews),
      demonstrates(PracticeReviewRecord, () => demonstrationReviews(id).reviews),
      demonstrates(ReviewStepRecord, () => demonstrationReviews(id).steps),
      demonstrates(LearningDisseminationRecord, () => demonstrationReviews(id).dissemination),
      demonstrates(RecommendationRecord, () => demonstrationRecommendations(id, facts()).recommendations),
      demonstrates(RecommendationActionRecord, () => demonstrationRecommendations(id, facts()).actions),
    ]);
  },
});
