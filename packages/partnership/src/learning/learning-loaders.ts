import { allOf, groupedBy, pagesOf, wholeTable } from '@hub/subgraph-kit';
import { incidentNotification } from './incident-notification-record';
import { LearningArrangementRecord } from './learning-arrangement-record';
import { learningDissemination } from './learning-dissemination-record';
import { practiceReview } from './practice-review-record';
import { rapidReview } from './rapid-review-record';
import { recommendationAction } from './recommendation-action-record';
import { recommendation } from './recommendation-record';
import { reviewStep } from './review-step-record';
import { seriousIncident } from './serious-incident-record';

/** What the document says of incidents and reviews, in a list of none or one. */
export const learningArrangements = wholeTable(LearningArrangementRecord);

/** Pages, latest first. */
export const incidentPage = pagesOf(seriousIncident);
export const rapidReviewPage = pagesOf(rapidReview);
export const practiceReviewPage = pagesOf(practiceReview);
export const recommendationPage = pagesOf(recommendation);

/** What belongs to one, by its reference. */
export const notificationsOfIncident = groupedBy(incidentNotification, 'incidentReference');
export const stepsOfReview = groupedBy(reviewStep, 'reviewReference');
export const disseminationOfReview = groupedBy(learningDissemination, 'reviewReference');
export const actionsOfRecommendation = groupedBy(recommendationAction, 'recommendationReference');

/** All of them: some ten a year at most. */
export const incidents = allOf(seriousIncident);
export const notifications = allOf(incidentNotification);
export const rapidReviews = allOf(rapidReview);
export const practiceReviews = allOf(practiceReview);
export const reviewSteps = allOf(reviewStep);
export const disseminations = allOf(learningDissemination);
export const recommendations = allOf(recommendation);
export const recommendationActions = allOf(recommendationAction);
