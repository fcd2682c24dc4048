import { registerEnumType } from 'type-graphql';

export enum SeatCapacity {
  MEMBER = 'MEMBER',
  LEAD_MEMBER = 'LEAD_MEMBER',
  LEAD_SAFEGUARDING_PARTNER = 'LEAD_SAFEGUARDING_PARTNER',
  DELEGATED_SAFEGUARDING_PARTNER = 'DELEGATED_SAFEGUARDING_PARTNER',
  LAY_MEMBER = 'LAY_MEMBER',
  PARTICIPANT_OBSERVER = 'PARTICIPANT_OBSERVER',
  ATTENDEE = 'ATTENDEE',
  VIRTUAL_MEMBER = 'VIRTUAL_MEMBER',
  EX_OFFICIO = 'EX_OFFICIO',
  CO_OPTED = 'CO_OPTED',
}

registerEnumType(SeatCapacity, {
  name: 'SeatCapacity',
  description: 'In what capacity a seat is held.',
  valuesConfig: {
    MEMBER: { description: 'A member.' },
    LEAD_MEMBER: { description: 'A statutory partner that leads the partnership (RED-19).' },
    LEAD_SAFEGUARDING_PARTNER: { description: 'A lead safeguarding partner (Working Together 2023).' },
    DELEGATED_SAFEGUARDING_PARTNER: { description: 'A delegated safeguarding partner (Working Together 2023).' },
    LAY_MEMBER: { description: 'A lay member (RED-20).' },
    PARTICIPANT_OBSERVER: { description: 'Takes part and observes, without being a member (RED-21).' },
    ATTENDEE: { description: 'May attend, and is not a member (LAM-09).' },
    VIRTUAL_MEMBER: { description: 'Receives all papers and is called in where relevant (TRI-11).' },
    EX_OFFICIO: { description: 'Sits by reason of another office (RED-16).' },
    CO_OPTED: { description: 'Co-opted for agenda items (TRI-10).' },
  },
});
