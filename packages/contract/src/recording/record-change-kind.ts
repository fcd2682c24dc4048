import { registerEnumType } from 'type-graphql';

export enum RecordChangeKind {
  CORRECTED = 'CORRECTED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(RecordChangeKind, {
  name: 'RecordChangeKind',
  description: 'How something recorded was changed.',
  valuesConfig: {
    CORRECTED: { description: 'It says something else since.' },
    WITHDRAWN: { description: 'It should not have been recorded, and stands no longer.' },
  },
});
