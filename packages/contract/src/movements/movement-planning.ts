import { registerEnumType } from 'type-graphql';

export enum MovementPlanning {
  PLANNED = 'PLANNED',
  UNPLANNED = 'UNPLANNED',
}

registerEnumType(MovementPlanning, {
  name: 'MovementPlanning',
  description: 'Whether a move was planned.',
  valuesConfig: {
    PLANNED: { description: 'The origin knew before the move.' },
    UNPLANNED: { description: 'The origin became aware of it afterwards.' },
  },
});
