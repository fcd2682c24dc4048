import { Body, DateScalar } from '@hub/contract';
import { check, defineRecord, nameOf } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { body, BodyRecord } from '../body-record';

/** The end of a body. */
@InputType({ description: 'That a group that was opened by a record is closed.' })
export class CloseBodyInput {
  @Field(() => ID, { description: 'Id of the group, as `havering-body:TF-2026-1`.' })
  bodyId!: string;

  @Field(() => DateScalar, { description: 'Its last day; not after today.' })
  closedOn!: string;
}

const recorded = nameOf(
  BodyRecord,
  'id',
  'BODY_UNKNOWN',
  (id) => `No group ${JSON.stringify(id)} was opened here. Take one of \`bodies { id isRecorded }\`.`,
);

/** Ends of bodies that were opened by a record. */
export const bodyEnd = defineRecord({
  row: BodyRecord,
  table: 'body',
  name: 'BodyEnd',
  partOf: { of: body, open: { closedOn: null } },
  order: { id: 'ASC' },
  mutation: 'closeBody',
  description: 'Records that a group is closed. Those of the document change with it alone.',
  input: CloseBodyInput,
  about: 'Which, and when.',
  answers: { as: 'body', type: Body, what: 'The group', result: 'closing a group' },
  names: { bodyId: recorded },
  by: ['bodyId'],
  key: ({ bodyId }) => ({ id: bodyId }),
  content: ({ closedOn }) => ({ closedOn }),
  named: ({ bodyId }) => `The end of ${bodyId}`,
  taken: { field: 'closedOn', code: 'ALREADY_CLOSED' },
  checks: [
    check<CloseBodyInput>('BODY_OF_THE_DOCUMENT', 'bodyId', async ({ bodyId }, manager) => {
      const found = await manager.findOneBy(BodyRecord, { id: bodyId });
      return found?.isReference === true && `${bodyId} stands in the document. It closes with a new document.`;
    }),
    check<CloseBodyInput>('DATES_OUT_OF_ORDER', 'closedOn', async ({ bodyId, closedOn }, manager) => {
      const openedOn = (await manager.findOneBy(BodyRecord, { id: bodyId }))?.openedOn ?? null;
      return openedOn !== null && closedOn < openedOn && `It was opened on ${openedOn}. Give that day or a later one.`;
    }),
  ],
  demonstration: 'follows',
});
