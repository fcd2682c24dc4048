import { registerEnumType } from 'type-graphql';

export enum MovementStepStanding {
  PENDING = 'PENDING',
  RECORDED = 'RECORDED',
  REFUSED = 'REFUSED',
}

registerEnumType(MovementStepStanding, {
  name: 'MovementStepStanding',
  description: 'How a step that was taken at home stands at the hub, which alone can make it count.',
  valuesConfig: {
    PENDING: { description: 'It is on its way. The other side does not know of it, and the hub may still refuse it.' },
    RECORDED: { description: 'The hub has recorded it, and both sides have it.' },
    REFUSED: { description: 'The hub refuses it: it did not happen. Why, it says, and somebody settles it.' },
  },
});
