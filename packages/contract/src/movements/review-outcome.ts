import { registerEnumType } from 'type-graphql';

export enum ReviewOutcome {
  CONTINUES = 'CONTINUES',
  IS_TO_CHANGE = 'IS_TO_CHANGE',
  IS_TO_END = 'IS_TO_END',
}

registerEnumType(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: 'What a review of a temporary stay or of a placement found. What follows from it is a step of its own.',
  valuesConfig: {
    CONTINUES: { description: 'It goes on as it is.' },
    IS_TO_CHANGE: { description: 'It goes on otherwise: the stay is to become permanent, or the placement to change.' },
    IS_TO_END: { description: 'It is to end.' },
  },
});
