import { registerEnumType } from 'type-graphql';

export enum ObligationStatus {
  MET = 'MET',
  DUE = 'DUE',
  OVERDUE = 'OVERDUE',
  BREACHED = 'BREACHED',
  NOT_ASSESSABLE = 'NOT_ASSESSABLE',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(ObligationStatus, {
  name: 'ObligationStatus',
  description: 'How an obligation stood at the end of a day, by the records of the hub.',
  valuesConfig: {
    MET: { description: 'It was kept, and nothing is due yet.' },
    DUE: { description: 'It was kept so far, and what is next has come due and is in time.' },
    OVERDUE: { description: 'The day by which it was due has passed. It can still be done.' },
    BREACHED: {
      description: 'What was done did not keep to the rule, or came too late, within the last twelve months.',
    },
    NOT_ASSESSABLE: { description: 'There is a rule, and nothing by which to judge; `reason` says what is missing.' },
    NOT_SPECIFIED: { description: 'The document states no such rule.' },
  },
});
