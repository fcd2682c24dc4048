import { registerEnumType } from 'type-graphql';

export enum BodyDecisionKind {
  KEY_DECISION = 'KEY_DECISION',
  DOCUMENT = 'DOCUMENT',
  LEAD_PARTNER = 'LEAD_PARTNER',
  OTHER = 'OTHER',
}

registerEnumType(BodyDecisionKind, {
  name: 'BodyDecisionKind',
  description: 'What a body of a partnership decided.',
  valuesConfig: {
    KEY_DECISION: { description: 'A key decision (HAV-11).' },
    DOCUMENT: { description: 'That a document of the partnership is agreed (HAV-11).' },
    LEAD_PARTNER: { description: 'Which partner leads where a single point of leadership is needed (HAV-11).' },
    OTHER: { description: 'Anything else, which needs no sign-off.' },
  },
});
