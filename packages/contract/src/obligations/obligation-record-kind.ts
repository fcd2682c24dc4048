import { registerEnumType } from 'type-graphql';

export enum ObligationRecordKind {
  MEETING = 'MEETING',
  TERMS_OF_REFERENCE = 'TERMS_OF_REFERENCE',
  THRESHOLD_DOCUMENT = 'THRESHOLD_DOCUMENT',
  NETWORK = 'NETWORK',
  NETWORK_INVITATION = 'NETWORK_INVITATION',
}

registerEnumType(ObligationRecordKind, {
  name: 'ObligationRecordKind',
  description: 'What is recorded that shows how an obligation stands.',
  valuesConfig: {
    MEETING: { description: 'A meeting of a body.' },
    TERMS_OF_REFERENCE: { description: 'The governing document.' },
    THRESHOLD_DOCUMENT: { description: 'The threshold document.' },
    NETWORK: { description: 'A network that the London SCP supports.' },
    NETWORK_INVITATION: { description: "An invitation of a network's chair to report to the Executive." },
  },
});
