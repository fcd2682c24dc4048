import { registerEnumType } from 'type-graphql';

export enum AccountSideKind {
  INCOME = 'INCOME',
  EXPENDITURE = 'EXPENDITURE',
}

registerEnumType(AccountSideKind, {
  name: 'AccountSideKind',
  description: 'A side of an account.',
  valuesConfig: {
    INCOME: { description: 'What came in.' },
    EXPENDITURE: { description: 'What was spent.' },
  },
});
