import { registerEnumType } from 'type-graphql';

export enum ContributionTarget {
  LOCAL_BUDGET = 'LOCAL_BUDGET',
  LONDON_POOLED_BUDGET = 'LONDON_POOLED_BUDGET',
  LONDON_PROJECT = 'LONDON_PROJECT',
}

registerEnumType(ContributionTarget, {
  name: 'ContributionTarget',
  description: 'What a contribution is for.',
  valuesConfig: {
    LOCAL_BUDGET: { description: "The partnership's own budget." },
    LONDON_POOLED_BUDGET: { description: "The London SCP's pooled budget (LON-31)." },
    LONDON_PROJECT: { description: 'A specific London SCP project or initiative (LON-31).' },
  },
});
