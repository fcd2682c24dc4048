import { registerEnumType } from 'type-graphql';

export enum ObligationRecordKind {
  MEETING = 'MEETING',
  TERMS_OF_REFERENCE = 'TERMS_OF_REFERENCE',
  THRESHOLD_DOCUMENT = 'THRESHOLD_DOCUMENT',
  NETWORK = 'NETWORK',
  NETWORK_INVITATION = 'NETWORK_INVITATION',
  REPORT = 'REPORT',
  REPORT_DISPATCH = 'REPORT_DISPATCH',
  PRIORITY = 'PRIORITY',
  PRIORITY_REVIEW = 'PRIORITY_REVIEW',
  PLAN_DOCUMENT = 'PLAN_DOCUMENT',
  SUCCESS_MEASURE = 'SUCCESS_MEASURE',
  QUARTERLY_THEME = 'QUARTERLY_THEME',
  VOICE_OF_CHILDREN = 'VOICE_OF_CHILDREN',
  TRAINING_COURSE = 'TRAINING_COURSE',
  LOCAL_BUDGET = 'LOCAL_BUDGET',
  CONTRIBUTION = 'CONTRIBUTION',
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
    REPORT: { description: 'A report that was published or presented.' },
    REPORT_DISPATCH: { description: 'A copy of a report that was sent.' },
    PRIORITY: { description: 'A safeguarding priority.' },
    PRIORITY_REVIEW: { description: 'A review of a priority.' },
    PLAN_DOCUMENT: { description: 'A plan, strategy or analysis that was agreed.' },
    SUCCESS_MEASURE: { description: 'A measure of success.' },
    QUARTERLY_THEME: { description: 'The theme of a quarter.' },
    VOICE_OF_CHILDREN: { description: 'What children said, and what they were told.' },
    TRAINING_COURSE: { description: 'A course of the training programme, with its evaluations.' },
    LOCAL_BUDGET: { description: 'An annual budget that was approved.' },
    CONTRIBUTION: { description: "A contribution in a partnership's own ledger." },
  },
});
