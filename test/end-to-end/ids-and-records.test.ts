import { describeOnOneHub } from '../support/one-hub';

/** The last has PostgreSQL write down every statement, which would keep the others waiting. */
describeOnOneHub('ids-and-records', [
  'ids-are-global',
  'bad-input-stores-nothing',
  'the-record-cannot-be-written',
  'attacks-by-guessing',
]);
