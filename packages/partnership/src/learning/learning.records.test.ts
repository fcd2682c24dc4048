import { join } from 'node:path';
import {
  DisseminationChannel,
  IncidentCategory,
  LearningParty,
  LearningTheme,
  PracticeReviewKind,
  RecommendationResponse,
  RecommendationSource,
  ReviewStepKind,
} from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { incidentNotification } from './incident-notification-record';
import { learningDissemination } from './learning-dissemination-record';
import { practiceReview } from './practice-review-record';
import { rapidReview } from './rapid-review-record';
import { recommendationAction } from './recommendation-action-record';
import { recommendation } from './recommendation-record';
import { recommendationResponse } from './recommendation-response-record';
import { reviewPublication } from './review-publication-record';
import { reviewStep } from './review-step-record';
import { seriousIncident } from './serious-incident-record';

const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: ['E09000013'] },
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
const FUTURE = '2099-01-01';
const E_MAIL = 'someone@example.org';
const PROSE = (field: string) => ({
  TOO_LONG: { [field]: 'Too long by far. '.repeat(60) },
  SAYS_NOTHING: { [field]: 'no no' },
  NAMES_SOMEBODY: { [field]: `Ask ${E_MAIL} what was said` },
});

/** An incident, and reviews: one not begun on paper, one ready for publication, one whose copies went late. */
const RECORDED = `
  INSERT INTO serious_incident VALUES ('x:i', 'I/1', '2025-03-03', 'E09000013', 'CHILD_DIED', false);
  INSERT INTO practice_review VALUES ('x:r', 'R/1', 'LOCAL', '2025-01-06', '{}', NULL, false),
    ('x:p', 'P/1', 'LOCAL', '2025-01-06', '{}', NULL, false), ('x:q', 'Q/1', 'LOCAL', '2025-01-06', '{}', NULL, false),
    ('x:d', 'D/1', 'LOCAL', '2025-01-06', '{}', NULL, true);
  INSERT INTO review_step SELECT 'x:' || kind || party, kind || party, 'P/1', kind, nullif(party, ''), day::date, false
    FROM (VALUES ('FINAL_COMPLETED', '', '2025-05-01'), ('ANONYMITY_SIGNED_OFF', '', '2025-05-02'),
      ('SENT', 'NATIONAL_PANEL', '2025-06-01'), ('SENT', 'SECRETARY_OF_STATE', '2025-06-01'),
      ('SENT', 'OFSTED', '2025-06-03')) step (kind, party, day);
  INSERT INTO recommendation VALUES ('x:c', 'C/1', 'AUDIT', NULL, 'NEGLECT', 'lbhf', 'Do more', '2025-02-03', NULL, NULL, NULL, false)`;

describeRecords(triBorough, (describeRecord) => {
  describeRecord(seriousIncident, {
    before: RECORDED,
    valid: {
      ...{ reference: 'SI/1', occurredOn: '2025-04-01', localAuthorityCode: 'E09000020' },
      category: IncidentCategory.CHILD_SERIOUSLY_HARMED,
    },
    other: { category: IncidentCategory.CHILD_DIED },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      NAMES_SOMEBODY: { reference: '943-476-5919' },
      LOCAL_AUTHORITY_UNKNOWN: { localAuthorityCode: 'Camden' },
      DATE_IN_FUTURE: { occurredOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO incident_notification VALUES ('x:n', 'SI/1', 'POLICE', '2025-04-02', false)`,
        `DELETE FROM incident_notification WHERE id = 'x:n'`,
      ],
    },
  });
  describeRecord(incidentNotification, {
    valid: { incidentReference: 'I/1', recipient: LearningParty.POLICE, sentOn: '2025-03-06' },
    other: { sentOn: '2025-03-07' },
    refused: {
      INCIDENT_UNKNOWN: { incidentReference: 'I/0' },
      BEFORE_INCIDENT: { sentOn: '2025-03-02' },
      DATE_IN_FUTURE: { sentOn: FUTURE },
    },
  });
  describeRecord(rapidReview, {
    valid: {
      ...{ reference: 'RR/1', incidentReference: 'I/1', convenedOn: '2025-03-10', reportedOn: '2025-03-20' },
      ...{ approvedOn: '2025-03-21', sentToPanelOn: '2025-03-24' },
    },
    other: { convenedOn: '2025-03-11' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      NAMES_SOMEBODY: { reference: '943-476-5919' },
      SENT_BEFORE_APPROVED: { sentToPanelOn: '2025-03-20' },
      APPROVED_BEFORE_REPORTED: { reportedOn: null },
      INCIDENT_UNKNOWN: { incidentReference: 'I/0' },
      DATE_IN_FUTURE: { sentToPanelOn: FUTURE },
    },
  });
  describeRecord(practiceReview, {
    valid: { reference: 'LCSPR/1', kind: PracticeReviewKind.LOCAL, initiatedOn: '2025-06-02' },
    other: { initiatedOn: '2025-06-03' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      NAMES_SOMEBODY: { reference: '943-476-5919' },
      DATE_IN_FUTURE: { initiatedOn: FUTURE },
    },
    held: {
      REVIEW_PUBLISHED: [
        `UPDATE practice_review SET published_on = '2025-12-01' WHERE reference = 'LCSPR/1'`,
        `UPDATE practice_review SET published_on = NULL WHERE reference = 'LCSPR/1'`,
      ],
    },
  });
  describeRecord(reviewStep, {
    valid: { reference: 'R/1-update', reviewReference: 'R/1', kind: ReviewStepKind.UPDATE, doneOn: '2025-02-06' },
    other: { doneOn: '2025-02-07' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      NAMES_SOMEBODY: { reference: '943-476-5919' },
      PARTY_MISSING: { kind: ReviewStepKind.SENT },
      PARTY_NOT_EXPECTED: { party: LearningParty.OFSTED },
      REVIEW_UNKNOWN: { reviewReference: 'D/1' },
      SENT_BEFORE_COMPLETED: { kind: ReviewStepKind.SENT, party: LearningParty.OFSTED },
      DATE_IN_FUTURE: { doneOn: FUTURE },
    },
    held: {
      REVIEW_PUBLISHED: [
        `UPDATE practice_review SET published_on = '2025-12-01' WHERE reference = 'R/1'`,
        `UPDATE practice_review SET published_on = NULL WHERE reference = 'R/1'`,
      ],
    },
  });
  describeRecord(reviewPublication, {
    valid: { reference: 'P/1', publishedOn: '2025-06-10' },
    other: { publishedOn: '2025-06-11' },
    refused: {
      REVIEW_UNKNOWN: { reference: 'P/0' },
      BEFORE_START: { publishedOn: '2025-01-05' },
      ANONYMITY_NOT_SIGNED_OFF: { reference: 'Q/1' },
      COPIES_NOT_SENT: { reference: 'Q/1' },
      COPIES_TOO_LATE: { publishedOn: '2025-06-09' },
      DATE_IN_FUTURE: { publishedOn: FUTURE },
    },
  });
  describeRecord(recommendation, {
    valid: {
      ...{ reference: 'REC/own', source: RecommendationSource.PRACTICE_REVIEW, sourceReference: 'P/1' },
      ...{ theme: LearningTheme.NEGLECT, agencyId: 'lbhf', madeOn: '2025-06-02' },
      recommendation: 'Use the neglect tool before a plan is made.',
    },
    other: { theme: LearningTheme.MOVES },
    refused: {
      ...PROSE('recommendation'),
      REFERENCE_INVALID: { reference: 'a b' },
      SOURCE_UNKNOWN: { sourceReference: 'P/0' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      DATE_IN_FUTURE: { madeOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO recommendation_action VALUES ('x:a', 'A/1', 'REC/own', 'Do it', '2025-09-01', NULL, false)`,
        `DELETE FROM recommendation_action WHERE id = 'x:a'`,
      ],
    },
  });
  describeRecord(recommendationResponse, {
    valid: {
      ...{ reference: 'C/1', response: RecommendationResponse.NOT_ACCEPTED, respondedOn: '2025-03-03' },
      because: 'This is done under another plan.',
    },
    other: { because: 'This is done by another agency.' },
    refused: {
      ...PROSE('because'),
      BECAUSE_MISSING: { because: null },
      BEFORE_RECOMMENDATION: { respondedOn: '2025-02-02' },
      RECOMMENDATION_UNKNOWN: { reference: 'C/0' },
      DATE_IN_FUTURE: { respondedOn: FUTURE },
    },
  });
  describeRecord(recommendationAction, {
    valid: {
      ...{ reference: 'C/1-a', recommendationReference: 'C/1', action: 'Change the guidance for visits.' },
      dueOn: '2099-09-01',
    },
    other: { dueOn: '2099-09-02' },
    refused: {
      ...PROSE('action'),
      REFERENCE_INVALID: { reference: 'a b' },
      RECOMMENDATION_UNKNOWN: { recommendationReference: 'C/0' },
      DATE_IN_FUTURE: { doneOn: FUTURE },
    },
  });
  describeRecord(learningDissemination, {
    valid: {
      ...{ reference: 'R/1-news', reviewReference: 'R/1', channel: DisseminationChannel.NEWSLETTER },
      disseminatedOn: '2025-09-01',
    },
    other: { disseminatedOn: '2025-09-02' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      NAMES_SOMEBODY: { to: E_MAIL },
      REVIEW_UNKNOWN: { reviewReference: 'D/1' },
      DATE_IN_FUTURE: { disseminatedOn: FUTURE },
    },
  });
});
