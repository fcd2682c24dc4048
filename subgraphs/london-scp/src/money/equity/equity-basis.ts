import { registerEnumType } from 'type-graphql';

export enum EquityBasis {
  PLEDGED = 'PLEDGED',
}

registerEnumType(EquityBasis, {
  name: 'EquityBasis',
  description: 'Which amounts equity is measured by.',
  valuesConfig: {
    PLEDGED: {
      description: 'Money that partnerships say their agencies pledged to London, to the pool and to projects.',
    },
  },
});
