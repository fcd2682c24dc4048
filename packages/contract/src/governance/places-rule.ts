import { registerEnumType } from 'type-graphql';

export enum PlacesRule {
  EXACTLY = 'EXACTLY',
  UP_TO = 'UP_TO',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(PlacesRule, {
  name: 'PlacesRule',
  description: 'How the number of places of a seat is stated.',
  valuesConfig: {
    EXACTLY: { description: 'The number stated.' },
    UP_TO: { description: 'At most the number stated.' },
    NOT_SPECIFIED: { description: 'The document states no number.' },
  },
});
