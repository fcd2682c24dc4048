import { registerEnumType } from 'type-graphql';

export enum DocumentStatus {
  APPROVED = 'APPROVED',
  AGREED = 'AGREED',
  PUBLISHED = 'PUBLISHED',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(DocumentStatus, {
  name: 'DocumentStatus',
  description: 'The status a governing document states for itself.',
  valuesConfig: {
    APPROVED: { description: 'The document says it is approved.' },
    AGREED: { description: 'The document says it is reviewed and agreed.' },
    PUBLISHED: { description: 'The document says it is published.' },
    NOT_SPECIFIED: { description: 'The document states no status.' },
  },
});
