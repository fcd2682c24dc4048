import { registerEnumType } from 'type-graphql';

export enum RecommendationSource {
  PRACTICE_REVIEW = 'PRACTICE_REVIEW',
  RAPID_REVIEW = 'RAPID_REVIEW',
  AUDIT = 'AUDIT',
  LEARNING_HUB = 'LEARNING_HUB',
  SCRUTINY = 'SCRUTINY',
  NATIONAL = 'NATIONAL',
}

registerEnumType(RecommendationSource, {
  name: 'RecommendationSource',
  description: 'What made a recommendation.',
  valuesConfig: {
    PRACTICE_REVIEW: { description: 'A practice review.' },
    RAPID_REVIEW: { description: 'A rapid review.' },
    AUDIT: { description: 'An audit.' },
    LEARNING_HUB: { description: 'A learning hub.' },
    SCRUTINY: { description: 'Independent scrutiny.' },
    NATIONAL: { description: 'A national review or report.' },
  },
});
