import { registerEnumType } from 'type-graphql';

export enum MeasureKind {
  QUALITATIVE = 'QUALITATIVE',
  QUANTITATIVE = 'QUANTITATIVE',
}

registerEnumType(MeasureKind, {
  name: 'MeasureKind',
  description: 'How success is measured (LAM-11).',
  valuesConfig: {
    QUALITATIVE: { description: 'By judgement, as of audits or of what children say.' },
    QUANTITATIVE: { description: 'By numbers.' },
  },
});
