import { registerEnumType } from 'type-graphql';

export enum ProcedureKind {
  SAFEGUARDING_PROCEDURES = 'SAFEGUARDING_PROCEDURES',
  INFORMATION_SHARING_AGREEMENT = 'INFORMATION_SHARING_AGREEMENT',
  SHARED_PROTOCOL = 'SHARED_PROTOCOL',
}

registerEnumType(ProcedureKind, {
  name: 'ProcedureKind',
  description: 'What kind of shared protocol a procedure is.',
  valuesConfig: {
    SAFEGUARDING_PROCEDURES: { description: 'Procedures that practitioners work to (LON-04).' },
    INFORMATION_SHARING_AGREEMENT: {
      description: 'An agreement for sharing information to safeguard children (LON-07).',
    },
    SHARED_PROTOCOL: { description: 'Another protocol that partnerships share (LON-07).' },
  },
});
