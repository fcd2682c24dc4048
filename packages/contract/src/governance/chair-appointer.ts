import { registerEnumType } from 'type-graphql';

export enum ChairAppointer {
  CHIEF_EXECUTIVES_LONDON_COMMITTEE = 'CHIEF_EXECUTIVES_LONDON_COMMITTEE',
  LOCAL_AUTHORITY = 'LOCAL_AUTHORITY',
  POLICE = 'POLICE',
  NHS = 'NHS',
  MEMBERS = 'MEMBERS',
}

registerEnumType(ChairAppointer, {
  name: 'ChairAppointer',
  description: 'Who agreed to an appointment to the chair, or elected to it.',
  valuesConfig: {
    CHIEF_EXECUTIVES_LONDON_COMMITTEE: { description: 'The Chief Executives London Committee, CELC (LON-17).' },
    LOCAL_AUTHORITY: { description: 'The statutory partner of local authorities (RED-15).' },
    POLICE: { description: 'The statutory partner of the police (RED-15).' },
    NHS: { description: 'The statutory partner of the NHS (RED-15).' },
    MEMBERS: { description: 'The members of the body (HAV-21, RED-15).' },
  },
});
