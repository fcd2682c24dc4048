import { registerEnumType } from 'type-graphql';

export enum SignedSubject {
  DECISION = 'DECISION',
  MINUTES = 'MINUTES',
}

registerEnumType(SignedSubject, {
  name: 'SignedSubject',
  description: 'What statutory partners sign off.',
  valuesConfig: {
    DECISION: { description: 'A decision of a body (HAV-11).' },
    MINUTES: { description: 'The minutes of a meeting, before they are published (HAV-13).' },
  },
});
