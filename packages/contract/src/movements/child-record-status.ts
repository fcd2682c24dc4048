import { registerEnumType } from 'type-graphql';

export enum ChildRecordStatus {
  KNOWN = 'KNOWN',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(ChildRecordStatus, {
  name: 'ChildRecordStatus',
  description: "How a partnership's record of a child stands.",
  valuesConfig: {
    KNOWN: { description: 'A notice has told of the child, and no team works with it here yet.' },
    OPEN: { description: 'A team works with the child.' },
    CLOSED: { description: 'The work has ended.' },
  },
});
