import { registerEnumType } from 'type-graphql';

export enum PlacementDistance {
  OUT_OF_AREA = 'OUT_OF_AREA',
  AT_A_DISTANCE = 'AT_A_DISTANCE',
}

registerEnumType(PlacementDistance, {
  name: 'PlacementDistance',
  description: 'How far from the responsible authority a looked-after child is placed.',
  valuesConfig: {
    OUT_OF_AREA: { description: 'In the area of an adjoining authority.' },
    AT_A_DISTANCE: {
      description: 'Outside the area of the responsible authority and of every authority that adjoins it.',
    },
  },
});
