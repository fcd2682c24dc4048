import type { RecordAnswer } from '@hub/contract';
import { registerEnumType } from 'type-graphql';

/** What a side's own record of the child says. */
export const RecordAnswers = {
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  NONE: 'NONE',
  UNANSWERED: 'UNANSWERED',
} as const satisfies Record<RecordAnswer, RecordAnswer>;

registerEnumType(RecordAnswers, {
  name: 'MovementRecordAnswer',
  description: "What a side's own record for a movement says.",
  valuesConfig: {
    OPEN: { description: 'A team of that side works with the child.' },
    CLOSED: { description: 'The work of that side has ended.' },
    NONE: { description: 'That side answered, and has opened no record.' },
    UNANSWERED: {
      description:
        'That side did not answer: its partnership is down or keeps no records in the hub, none of the directory covers it, or the movement ended long ago. ' +
        'Nothing follows from that.',
    },
  },
});
