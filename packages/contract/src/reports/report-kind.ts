import { registerEnumType } from 'type-graphql';

export enum ReportKind {
  ANNUAL = 'ANNUAL',
  SCRUTINY = 'SCRUTINY',
  BUDGET = 'BUDGET',
  EXCEPTIONS = 'EXCEPTIONS',
  CHILD_DEATH_OVERVIEW = 'CHILD_DEATH_OVERVIEW',
  CHILD_VERSION = 'CHILD_VERSION',
  PROGRESS = 'PROGRESS',
}

registerEnumType(ReportKind, {
  name: 'ReportKind',
  description: 'What a report of a partnership is.',
  valuesConfig: {
    ANNUAL: { description: 'The annual report (HAV-28, LAM-35, TRI-51).' },
    SCRUTINY: { description: 'The annual report of the Independent Chair or scrutineer (RED-24).' },
    BUDGET: { description: 'A report on the budget (TRI-20).' },
    EXCEPTIONS: { description: 'A report of exceptions in the data set (TRI-35).' },
    CHILD_DEATH_OVERVIEW: { description: 'The annual report of a Child Death Overview Panel (TRI-39).' },
    CHILD_VERSION: { description: 'A version of the annual report for children and young people (TRI-41).' },
    PROGRESS: {
      description: 'Progress, key issues and actions, as partners report them in their own governance (LAM-03).',
    },
  },
});
