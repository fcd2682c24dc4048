import { registerEnumType } from 'type-graphql';

export enum PriorityProgress {
  ACHIEVED = 'ACHIEVED',
  PROGRESS = 'PROGRESS',
  LITTLE_OR_NO_PROGRESS = 'LITTLE_OR_NO_PROGRESS',
}

registerEnumType(PriorityProgress, {
  name: 'PriorityProgress',
  description:
    'What a review of a priority found. Little or no progress is what annual reports analyse (HAV-29, LAM-35).',
  valuesConfig: {
    ACHIEVED: { description: 'What it set out to do is done.' },
    PROGRESS: { description: 'There is evidence of progress.' },
    LITTLE_OR_NO_PROGRESS: { description: 'There is little or no evidence of progress.' },
  },
});
