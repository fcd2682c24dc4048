import { registerEnumType } from 'type-graphql';

export enum AgendaItemKind {
  PERFORMANCE_DATA = 'PERFORMANCE_DATA',
  REPORT_OF_ANOTHER_PARTNERSHIP = 'REPORT_OF_ANOTHER_PARTNERSHIP',
  PRIORITIES_PROGRESS = 'PRIORITIES_PROGRESS',
  NEW_GUIDANCE = 'NEW_GUIDANCE',
  PLANNING_GROUP_REVIEW = 'PLANNING_GROUP_REVIEW',
  ATTENDANCE = 'ATTENDANCE',
  OTHER = 'OTHER',
}

registerEnumType(AgendaItemKind, {
  name: 'AgendaItemKind',
  description: 'What an item of an agenda is about.',
  valuesConfig: {
    PERFORMANCE_DATA: { description: 'Scrutiny of a multi-agency performance data set (RED-13).' },
    REPORT_OF_ANOTHER_PARTNERSHIP: { description: 'A report from another partnership, as appropriate (RED-13).' },
    PRIORITIES_PROGRESS: { description: 'Progress against the priorities of the year, and what blocks it (RED-13).' },
    NEW_GUIDANCE: { description: 'New guidance or legislation, and what it asks for (RED-13).' },
    PLANNING_GROUP_REVIEW: { description: 'The work of the Strategic Planning Group, reviewed (TRI-22).' },
    ATTENDANCE: { description: 'Whether the partners attend consistently (TRI-44).' },
    OTHER: { description: 'Anything else.' },
  },
});
