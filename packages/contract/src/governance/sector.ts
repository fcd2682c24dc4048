import { registerEnumType } from 'type-graphql';

export enum Sector {
  LOCAL_AUTHORITY = 'LOCAL_AUTHORITY',
  POLICE = 'POLICE',
  NHS = 'NHS',
  EDUCATION = 'EDUCATION',
  VOLUNTARY_AND_COMMUNITY = 'VOLUNTARY_AND_COMMUNITY',
  JUSTICE = 'JUSTICE',
  CENTRAL_GOVERNMENT = 'CENTRAL_GOVERNMENT',
  FIRE_AND_RESCUE = 'FIRE_AND_RESCUE',
  PARTNERSHIP_BOARD = 'PARTNERSHIP_BOARD',
  REGIONAL_GOVERNMENT = 'REGIONAL_GOVERNMENT',
  LAY = 'LAY',
  INDEPENDENT = 'INDEPENDENT',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(Sector, {
  name: 'Sector',
  description:
    'The sector an agency belongs to. The three safeguarding partners are the first three sectors, not three organisations (TRI-01).',
  valuesConfig: {
    LOCAL_AUTHORITY: { description: 'A London borough or the City of London.' },
    POLICE: { description: 'The Metropolitan Police Service or the City of London Police.' },
    NHS: { description: 'An integrated care board, its predecessors, or an NHS provider or body.' },
    EDUCATION: { description: 'Schools, colleges and early years settings.' },
    VOLUNTARY_AND_COMMUNITY: { description: 'Voluntary and community organisations.' },
    JUSTICE: { description: 'Probation, prisons, youth justice and family courts.' },
    CENTRAL_GOVERNMENT: { description: 'A department or agency of central government.' },
    FIRE_AND_RESCUE: { description: 'The London Fire Brigade.' },
    PARTNERSHIP_BOARD: { description: 'Another partnership or board, represented by its chair.' },
    REGIONAL_GOVERNMENT: { description: 'A London-wide body, as the hub reads MOPAC and London Councils.' },
    LAY: { description: 'Lay members, who represent no agency.' },
    INDEPENDENT: { description: 'An independent chair, scrutineer or auditor.' },
    NOT_SPECIFIED: { description: 'The document names no sector.' },
  },
});
