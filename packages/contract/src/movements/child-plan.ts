import { registerEnumType } from 'type-graphql';

export enum ChildPlan {
  CHILD_PROTECTION = 'CHILD_PROTECTION',
  CHILD_IN_NEED = 'CHILD_IN_NEED',
  CARE = 'CARE',
  PATHWAY = 'PATHWAY',
  EARLY_HELP = 'EARLY_HELP',
}

registerEnumType(ChildPlan, {
  name: 'ChildPlan',
  description: 'The plan that a child is on.',
  valuesConfig: {
    CHILD_PROTECTION: { description: 'A child protection plan.' },
    CHILD_IN_NEED: { description: 'A child in need plan.' },
    CARE: { description: 'The care plan of a child who is looked after.' },
    PATHWAY: { description: 'The pathway plan of a young person who leaves care.' },
    EARLY_HELP: { description: 'An early help plan.' },
  },
});
