import { registerEnumType } from 'type-graphql';

export enum PlanDocumentKind {
  BUSINESS_PLAN = 'BUSINESS_PLAN',
  SAFEGUARDING_PLAN = 'SAFEGUARDING_PLAN',
  TRAINING_STRATEGY = 'TRAINING_STRATEGY',
  TRAINING_NEEDS_ANALYSIS = 'TRAINING_NEEDS_ANALYSIS',
  LEARNING_FRAMEWORK = 'LEARNING_FRAMEWORK',
}

registerEnumType(PlanDocumentKind, {
  name: 'PlanDocumentKind',
  description: 'What a partnership plans by.',
  valuesConfig: {
    BUSINESS_PLAN: { description: 'The business plan (HAV-09).' },
    SAFEGUARDING_PLAN: { description: 'The safeguarding plan (TRI-13, TRI-18).' },
    TRAINING_STRATEGY: { description: 'The training strategy (TRI-30).' },
    TRAINING_NEEDS_ANALYSIS: { description: 'A training needs analysis (TRI-30).' },
    LEARNING_FRAMEWORK: { description: 'The Learning and Improvement Framework (TRI-30).' },
  },
});
