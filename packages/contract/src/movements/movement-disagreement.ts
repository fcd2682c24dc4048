import { registerEnumType } from 'type-graphql';

export enum MovementDisagreement {
  CLOSED_WITHOUT_ACCEPTANCE = 'CLOSED_WITHOUT_ACCEPTANCE',
  ACCEPTED_WITHOUT_OPEN_RECORD = 'ACCEPTED_WITHOUT_OPEN_RECORD',
  OPEN_ON_BOTH = 'OPEN_ON_BOTH',
  OPEN_ON_NEITHER = 'OPEN_ON_NEITHER',
  NEVER_ACKNOWLEDGED = 'NEVER_ACKNOWLEDGED',
  RESPONSIBILITY_CLAIMED = 'RESPONSIBILITY_CLAIMED',
  ARRIVED_WITHOUT_NOTICE = 'ARRIVED_WITHOUT_NOTICE',
}

registerEnumType(MovementDisagreement, {
  name: 'MovementDisagreement',
  description: 'A way in which the two sides of a movement disagree.',
  valuesConfig: {
    CLOSED_WITHOUT_ACCEPTANCE: { description: "The origin's record is closed while the origin is responsible." },
    ACCEPTED_WITHOUT_OPEN_RECORD: { description: 'The destination has accepted, and holds no open record.' },
    OPEN_ON_BOTH: { description: 'The transfer is complete, and both sides hold an open record.' },
    OPEN_ON_NEITHER: { description: 'The movement is open, and neither side holds an open record.' },
    NEVER_ACKNOWLEDGED: {
      description: 'The origin has notified, and the destination has not said that it has the notice.',
    },
    RESPONSIBILITY_CLAIMED: {
      description: 'Two authorities say that they are responsible for the child, and it is not settled.',
    },
    ARRIVED_WITHOUT_NOTICE: {
      description: 'The destination holds an open record of a child from another area, of whom there is no notice.',
    },
  },
});
