import { registerEnumType } from 'type-graphql';

export enum DecisionKind {
  FUNDING = 'FUNDING',
  NETWORK = 'NETWORK',
  PROCEDURE = 'PROCEDURE',
  OTHER = 'OTHER',
}

registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'What a decision of the Executive is about.',
  valuesConfig: {
    FUNDING: { description: 'Spending or allocating money of the pooled budget (LON-33).' },
    NETWORK: { description: 'Supporting a multi-agency network (LON-34).' },
    PROCEDURE: { description: 'A shared procedure or protocol (LON-04, LON-07).' },
    OTHER: { description: 'Anything else.' },
  },
});
