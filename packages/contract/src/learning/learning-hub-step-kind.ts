import { registerEnumType } from 'type-graphql';

export enum LearningHubStepKind {
  AUDIT = 'AUDIT',
  REPORT = 'REPORT',
  IMPROVEMENT_PLAN = 'IMPROVEMENT_PLAN',
  UPDATE = 'UPDATE',
  EVALUATION = 'EVALUATION',
}

registerEnumType(LearningHubStepKind, {
  name: 'LearningHubStepKind',
  description: 'What was done in the work of a learning hub.',
  valuesConfig: {
    AUDIT: { description: 'The independent auditor completed the audits (LAM-30).' },
    REPORT: { description: 'The report of findings went to the executive (LAM-29).' },
    IMPROVEMENT_PLAN: { description: 'The improvement plan was developed (LAM-29).' },
    UPDATE: { description: 'The executive was told of progress (LAM-32).' },
    EVALUATION: { description: 'The independent scrutineer evaluated the quality of the work (LAM-31).' },
  },
});
