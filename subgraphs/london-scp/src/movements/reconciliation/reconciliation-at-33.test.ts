import { describeMovementReconciliation } from '../../../../../test/support/describe-movement-reconciliation';

jest.mock('../../directory/directory-files', () => {
  const { directoryOf } = jest.requireActual<typeof import('../../../../../test/support/directory-of')>(
    '../../../../../test/support/directory-of',
  );
  return directoryOf(jest.requireActual('../../directory/directory-files'), 33);
});

describeMovementReconciliation(33);
