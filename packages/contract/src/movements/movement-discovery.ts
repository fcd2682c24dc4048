import { registerEnumType } from 'type-graphql';

export enum MovementDiscovery {
  PLANNED = 'PLANNED',
  FOUND_OUT = 'FOUND_OUT',
}

registerEnumType(MovementDiscovery, {
  name: 'MovementDiscovery',
  description: 'How the origin came to know of a move.',
  valuesConfig: {
    PLANNED: { description: 'It knew before the move.' },
    FOUND_OUT: { description: 'The move was unplanned: it found out.' },
  },
});
