import { registerEnumType } from 'type-graphql';

export enum MovementState {
  NOTIFIED = 'NOTIFIED',
  INFORMATION_SHARED = 'INFORMATION_SHARED',
  ACCEPTED = 'ACCEPTED',
  DISPUTED = 'DISPUTED',
  RETURNED = 'RETURNED',
  TEMPORARY_STAY = 'TEMPORARY_STAY',
  CONFERENCE_HELD = 'CONFERENCE_HELD',
  RESPONSIBILITY_ACCEPTED = 'RESPONSIBILITY_ACCEPTED',
  PLACED = 'PLACED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(MovementState, {
  name: 'MovementState',
  description: 'How far a movement has come.',
  valuesConfig: {
    NOTIFIED: { description: 'The origin has notified the destination.' },
    INFORMATION_SHARED: { description: 'The destination has the information in writing.' },
    ACCEPTED: { description: 'The destination has accepted the referral. The origin is still responsible.' },
    DISPUTED: { description: 'The destination disputes the referral, and says why. The origin is still responsible.' },
    RETURNED: {
      description: 'The destination has sent the notice back, and says why. The origin is still responsible.',
    },
    TEMPORARY_STAY: { description: 'Both know that the stay is temporary. The origin stays responsible.' },
    CONFERENCE_HELD: {
      description: 'The destination has held its transfer-in conference. The origin is still responsible.',
    },
    RESPONSIBILITY_ACCEPTED: { description: 'The destination has accepted responsibility in writing, and has it.' },
    PLACED: { description: 'The looked-after child lives in the placement. The placing authority stays responsible.' },
    CLOSED: { description: 'The origin has closed the movement.' },
    WITHDRAWN: { description: 'The origin has withdrawn the notice.' },
  },
});
