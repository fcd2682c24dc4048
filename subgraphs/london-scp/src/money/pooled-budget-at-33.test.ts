import { describePooledBudgetStatements } from '../../../../test/support/describe-pooled-budget-statements';

jest.mock('../directory/directory-files', () => {
  const { directoryOf } = jest.requireActual<typeof import('../../../../test/support/directory-of')>(
    '../../../../test/support/directory-of',
  );
  return directoryOf(jest.requireActual('../directory/directory-files'), 33);
});

describePooledBudgetStatements(33);
