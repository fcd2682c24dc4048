import { registerEnumType } from 'type-graphql';

export enum BudgetStatus {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(BudgetStatus, {
  name: 'BudgetStatus',
  description: 'Whether a pooled budget takes entries.',
  valuesConfig: {
    OPEN: { description: 'Contributions and expenditure can be recorded.' },
    CLOSED: { description: 'The books of the year are closed: nothing more is recorded in them.' },
  },
});
