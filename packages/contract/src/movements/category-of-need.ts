import { registerEnumType } from 'type-graphql';

export enum CategoryOfNeed {
  ABUSE_OR_NEGLECT = 'ABUSE_OR_NEGLECT',
  DISABILITY_OR_ILLNESS_OF_CHILD = 'DISABILITY_OR_ILLNESS_OF_CHILD',
  DISABILITY_OR_ILLNESS_OF_PARENT = 'DISABILITY_OR_ILLNESS_OF_PARENT',
  FAMILY_IN_ACUTE_STRESS = 'FAMILY_IN_ACUTE_STRESS',
  FAMILY_DYSFUNCTION = 'FAMILY_DYSFUNCTION',
  SOCIALLY_UNACCEPTABLE_BEHAVIOUR = 'SOCIALLY_UNACCEPTABLE_BEHAVIOUR',
  LOW_INCOME = 'LOW_INCOME',
  ABSENT_PARENTING = 'ABSENT_PARENTING',
  OTHER_THAN_IN_NEED = 'OTHER_THAN_IN_NEED',
  NOT_STATED = 'NOT_STATED',
}

registerEnumType(CategoryOfNeed, {
  name: 'CategoryOfNeed',
  description: 'The main reason for which a child is worked with: the primary need of the children in need census.',
  valuesConfig: {
    ABUSE_OR_NEGLECT: { description: 'N1, abuse or neglect.' },
    DISABILITY_OR_ILLNESS_OF_CHILD: { description: "N2, the child's disability or illness." },
    DISABILITY_OR_ILLNESS_OF_PARENT: { description: "N3, a parent's disability or illness." },
    FAMILY_IN_ACUTE_STRESS: { description: 'N4, family in acute stress.' },
    FAMILY_DYSFUNCTION: { description: 'N5, family dysfunction.' },
    SOCIALLY_UNACCEPTABLE_BEHAVIOUR: { description: 'N6, socially unacceptable behaviour.' },
    LOW_INCOME: { description: 'N7, low income.' },
    ABSENT_PARENTING: { description: 'N8, absent parenting.' },
    OTHER_THAN_IN_NEED: { description: 'N9, a case other than of a child in need.' },
    NOT_STATED: { description: 'N0, not stated.' },
  },
});
