import { registerEnumType } from 'type-graphql';

export enum MovementSide {
  ORIGIN = 'ORIGIN',
  DESTINATION = 'DESTINATION',
}

registerEnumType(MovementSide, {
  name: 'MovementSide',
  description: 'A side of a movement.',
  valuesConfig: {
    ORIGIN: {
      description:
        'The originating authority, which the child moves from; of a looked-after child the placing authority.',
    },
    DESTINATION: {
      description: 'The receiving authority, which the child moves to; of a looked-after child the host.',
    },
  },
});
