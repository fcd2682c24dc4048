import { registerEnumType } from 'type-graphql';

export enum AccessOutcome {
  ANSWERED = 'ANSWERED',
  PARTIAL = 'PARTIAL',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}

registerEnumType(AccessOutcome, {
  name: 'AccessOutcome',
  description: 'Result of an operation that asked for data of single children.',
  valuesConfig: {
    ANSWERED: { description: 'All that was asked for was answered.' },
    PARTIAL: { description: 'Some was answered, and some refused or missing.' },
    REFUSED: { description: 'Nothing of a child was answered.' },
    FAILED: { description: 'It broke off.' },
  },
});
