import { registerEnumType } from 'type-graphql';

export enum ContributionKind {
  CASH = 'CASH',
  IN_KIND = 'IN_KIND',
}

registerEnumType(ContributionKind, {
  name: 'ContributionKind',
  description: 'What a contribution consists of.',
  valuesConfig: {
    CASH: { description: 'Money.' },
    IN_KIND: { description: 'Time, hosting or delivery, valued by its giver (TRI-56).' },
  },
});
