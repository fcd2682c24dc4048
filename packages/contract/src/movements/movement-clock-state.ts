import { registerEnumType } from 'type-graphql';

export enum MovementClockState {
  NOT_SPECIFIED = 'NOT_SPECIFIED',
  NOT_KNOWN = 'NOT_KNOWN',
  NOT_STARTED = 'NOT_STARTED',
  RUNNING = 'RUNNING',
  MET = 'MET',
  LATE = 'LATE',
  STOPPED = 'STOPPED',
}

registerEnumType(MovementClockState, {
  name: 'MovementClockState',
  description: 'How a time limit of a movement stands.',
  valuesConfig: {
    NOT_SPECIFIED: { description: 'No rule is recorded that gives a number for it.' },
    NOT_KNOWN: {
      description:
        'It has started, and when it is due cannot be computed, so neither whether it is late: `unknownBecause` says why.',
    },
    NOT_STARTED: { description: 'What starts it has not happened.' },
    RUNNING: { description: 'It has started, is not yet due, and what it waits for has not happened.' },
    MET: { description: 'What it waits for happened in time.' },
    LATE: { description: 'What it waits for has not happened in time, or happened too late.' },
    STOPPED: { description: 'The movement ended before it was due.' },
  },
});
