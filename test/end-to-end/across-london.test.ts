import { describeOnOneHub } from '../support/one-hub';

/** Each stops a partnership at its end; none records what another counts. */
describeOnOneHub('across-london', [
  'a-partnership-is-down',
  'networks-across-london',
  'who-works-to-which-edition',
  'money-reconciled',
]);
