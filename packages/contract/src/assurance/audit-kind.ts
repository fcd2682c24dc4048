import { registerEnumType } from 'type-graphql';

export enum AuditKind {
  MULTI_AGENCY = 'MULTI_AGENCY',
  SINGLE_AGENCY = 'SINGLE_AGENCY',
  SECTION_11 = 'SECTION_11',
  OTHER = 'OTHER',
}

registerEnumType(AuditKind, {
  name: 'AuditKind',
  description: 'What kind of audit it is.',
  valuesConfig: {
    MULTI_AGENCY: { description: 'Of several agencies together (TRI-36).' },
    SINGLE_AGENCY: { description: 'Of one agency by itself, whose learning is shared (TRI-37).' },
    SECTION_11: { description: 'Of arrangements under section 11 of the Children Act 2004 (TRI-37).' },
    OTHER: { description: 'Another quality assurance activity (RED-04).' },
  },
});
