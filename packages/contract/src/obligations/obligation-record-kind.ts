import { registerEnumType } from 'type-graphql';

export enum ObligationRecordKind {
  MEETING = 'MEETING',
  TERMS_OF_REFERENCE = 'TERMS_OF_REFERENCE',
  THRESHOLD_DOCUMENT = 'THRESHOLD_DOCUMENT',
  NETWORK = 'NETWORK',
  NETWORK_INVITATION = 'NETWORK_INVITATION',
  SEAT = 'SEAT',
  APPOINTMENT = 'APPOINTMENT',
  CHAIR = 'CHAIR',
  VICE_CHAIR = 'VICE_CHAIR',
  SCRUTINEER = 'SCRUTINEER',
  MEMBER_AGREEMENT = 'MEMBER_AGREEMENT',
  GROUP = 'GROUP',
  GROUP_REPORT = 'GROUP_REPORT',
  LINKED_BOARD = 'LINKED_BOARD',
  BOARD_CONTACT = 'BOARD_CONTACT',
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
    SEAT: { description: 'A seat of a body, with who holds it.' },
    APPOINTMENT: { description: 'An appointment to a seat or a post.' },
    CHAIR: { description: 'An appointment to the chair of a body.' },
    VICE_CHAIR: { description: 'An appointment as vice-chair or deputy of a body.' },
    SCRUTINEER: { description: 'An appointment as independent scrutineer.' },
    MEMBER_AGREEMENT: { description: "A member's agreement, signed or not." },
    GROUP: { description: 'A group that reports to the body that it works under.' },
    GROUP_REPORT: { description: 'A report of a group.' },
    LINKED_BOARD: { description: 'Another board that the partnership works with.' },
    BOARD_CONTACT: { description: 'A meeting with another board, or a report to it.' },
  },
});
