import { registerEnumType } from 'type-graphql';

export enum EducationKind {
  PRIMARY = 'PRIMARY',
  SECONDARY = 'SECONDARY',
  SPECIAL = 'SPECIAL',
  ALTERNATIVE_PROVISION = 'ALTERNATIVE_PROVISION',
  INDEPENDENT = 'INDEPENDENT',
  CHILDRENS_CENTRES = 'CHILDRENS_CENTRES',
  EARLY_YEARS_SETTINGS = 'EARLY_YEARS_SETTINGS',
  CHILDMINDERS = 'CHILDMINDERS',
}

registerEnumType(EducationKind, {
  name: 'EducationKind',
  description:
    "What kind of education or early years provision is counted, as the founding document's table has it (TRI-46).",
  valuesConfig: {
    PRIMARY: { description: 'Primary schools.' },
    SECONDARY: { description: 'Secondary schools.' },
    SPECIAL: { description: 'Special schools.' },
    ALTERNATIVE_PROVISION: { description: 'Alternative provision.' },
    INDEPENDENT: { description: 'Independent schools.' },
    CHILDRENS_CENTRES: { description: "Children's centres or their hubs." },
    EARLY_YEARS_SETTINGS: { description: 'Early years settings.' },
    CHILDMINDERS: { description: 'Childminders.' },
  },
});
