import { registerEnumType } from 'type-graphql';

export enum IssueKind {
  LOCAL_RISK = 'LOCAL_RISK',
  LONDON_WIDE_ISSUE = 'LONDON_WIDE_ISSUE',
}

registerEnumType(IssueKind, {
  name: 'IssueKind',
  description: 'Who an issue is for.',
  valuesConfig: {
    LOCAL_RISK: { description: 'A local or emerging risk, to which the partnership responds (RED-04).' },
    LONDON_WIDE_ISSUE: { description: 'An issue where a pan-London response can add value (LON-05, LON-12).' },
  },
});
