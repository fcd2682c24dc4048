import { registerEnumType } from 'type-graphql';

export enum MovementPermanence {
  PERMANENT = 'PERMANENT',
  TEMPORARY = 'TEMPORARY',
  NOT_SAID = 'NOT_SAID',
}

registerEnumType(MovementPermanence, {
  name: 'MovementPermanence',
  description: 'Whether a move is meant to last.',
  valuesConfig: {
    PERMANENT: { description: 'It is meant to last.' },
    TEMPORARY: { description: 'It is meant to end.' },
    NOT_SAID: { description: 'The parents will not say. It is taken to be permanent.' },
  },
});
