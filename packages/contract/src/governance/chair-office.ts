import { registerEnumType } from 'type-graphql';

export enum ChairOffice {
  CHAIR = 'CHAIR',
  CO_CHAIR = 'CO_CHAIR',
  VICE_CHAIR = 'VICE_CHAIR',
  INDEPENDENT_SCRUTINEER = 'INDEPENDENT_SCRUTINEER',
}

registerEnumType(ChairOffice, {
  name: 'ChairOffice',
  description: 'An office in the chair of a body, or beside it.',
  valuesConfig: {
    CHAIR: { description: 'Chairs it.' },
    CO_CHAIR: { description: 'Chairs it together with others (TRI-14).' },
    VICE_CHAIR: { description: 'Deputises for the chair (HAV-21, RED-15).' },
    INDEPENDENT_SCRUTINEER: { description: 'Scrutinises the arrangements, and is not the chair (HAV-24, LAM-34).' },
  },
});
