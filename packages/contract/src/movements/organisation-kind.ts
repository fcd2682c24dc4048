import { registerEnumType } from 'type-graphql';

/** Whom a move concerns across organisational boundaries (LON-09), beside the two authorities. */
export enum OrganisationKind {
  HEALTH = 'HEALTH',
  SCHOOL = 'SCHOOL',
  POLICE = 'POLICE',
  HOUSING = 'HOUSING',
  OTHER = 'OTHER',
}

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'An organisation beside the two authorities that has to be told of a move, by its kind.',
  valuesConfig: {
    HEALTH: { description: "The child's health services, as GP, health visitor or hospital." },
    SCHOOL: { description: 'The school, college or early years setting.' },
    POLICE: { description: 'The police unit.' },
    HOUSING: { description: 'The housing authority or association.' },
    OTHER: { description: 'Another organisation.' },
  },
});
