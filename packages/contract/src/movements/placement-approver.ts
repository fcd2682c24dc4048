import { registerEnumType } from 'type-graphql';

export enum PlacementApprover {
  NOMINATED_OFFICER = 'NOMINATED_OFFICER',
  DIRECTOR_OF_CHILDRENS_SERVICES = 'DIRECTOR_OF_CHILDRENS_SERVICES',
}

registerEnumType(PlacementApprover, {
  name: 'PlacementApprover',
  description: 'Who approves a placement out of area.',
  valuesConfig: {
    NOMINATED_OFFICER: { description: 'The nominated officer of the placing authority.' },
    DIRECTOR_OF_CHILDRENS_SERVICES: { description: "The placing authority's director of children's services." },
  },
});
