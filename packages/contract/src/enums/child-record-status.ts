import { registerEnumType } from 'type-graphql';

/** How a partnership's record of a child stands. */
export enum ChildRecordStatus {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(ChildRecordStatus, {
  name: 'ChildRecordStatus',
  description: "How a partnership's record of a child stands.",
  valuesConfig: {
    OPEN: { description: 'A team works with the child.' },
    CLOSED: { description: 'The work has ended.' },
  },
});
