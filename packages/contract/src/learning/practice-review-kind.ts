import { registerEnumType } from 'type-graphql';

export enum PracticeReviewKind {
  LOCAL = 'LOCAL',
  NATIONAL = 'NATIONAL',
  GOOD_PRACTICE = 'GOOD_PRACTICE',
  OTHER = 'OTHER',
}

registerEnumType(PracticeReviewKind, {
  name: 'PracticeReviewKind',
  description: 'What kind of review it is.',
  valuesConfig: {
    LOCAL: { description: 'A local child safeguarding practice review.' },
    NATIONAL: { description: 'A national review of a local case (TRI-27).' },
    GOOD_PRACTICE: { description: 'A review of good practice (LAM-26).' },
    OTHER: { description: 'Another local review (TRI-23).' },
  },
});
