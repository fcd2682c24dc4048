import { registerEnumType } from 'type-graphql';

export enum ObligationRecordKind {
  MEETING = 'MEETING',
  TERMS_OF_REFERENCE = 'TERMS_OF_REFERENCE',
  THRESHOLD_DOCUMENT = 'THRESHOLD_DOCUMENT',
  NETWORK = 'NETWORK',
  NETWORK_INVITATION = 'NETWORK_INVITATION',
  SERIOUS_INCIDENT = 'SERIOUS_INCIDENT',
  RAPID_REVIEW = 'RAPID_REVIEW',
  PRACTICE_REVIEW = 'PRACTICE_REVIEW',
  REVIEWER_COMMISSION = 'REVIEWER_COMMISSION',
  REVIEW_PUBLICATION = 'REVIEW_PUBLICATION',
  LEARNING_DISSEMINATION = 'LEARNING_DISSEMINATION',
  RECOMMENDATION_ACTION = 'RECOMMENDATION_ACTION',
  LEARNING_HUB = 'LEARNING_HUB',
  PRACTICE_AUDIT = 'PRACTICE_AUDIT',
  CHALLENGE = 'CHALLENGE',
  SCRUTINY_ACTIVITY = 'SCRUTINY_ACTIVITY',
}

registerEnumType(ObligationRecordKind, {
  name: 'ObligationRecordKind',
  description: 'What is recorded that shows how an obligation stands.',
  valuesConfig: {
    MEETING: { description: 'A meeting of a body.' },
    TERMS_OF_REFERENCE: { description: 'The governing document.' },
    THRESHOLD_DOCUMENT: { description: 'The threshold document.' },
    NETWORK: { description: 'A network that the London SCP supports.' },
    NETWORK_INVITATION: { description: "An invitation of a network's chair to report to the Executive." },
    SERIOUS_INCIDENT: { description: 'A serious incident.' },
    RAPID_REVIEW: { description: 'A rapid review.' },
    PRACTICE_REVIEW: { description: 'A practice review, from its start.' },
    REVIEWER_COMMISSION: { description: 'The commission of a reviewer.' },
    REVIEW_PUBLICATION: { description: 'The publication of a practice review.' },
    LEARNING_DISSEMINATION: { description: 'How the learning of a review was spread.' },
    RECOMMENDATION_ACTION: { description: 'An action that a recommendation led to.' },
    LEARNING_HUB: { description: 'A learning hub.' },
    PRACTICE_AUDIT: { description: 'An audit of practice.' },
    CHALLENGE: { description: 'A challenge in the log.' },
    SCRUTINY_ACTIVITY: { description: 'Something done in independent scrutiny.' },
  },
});
