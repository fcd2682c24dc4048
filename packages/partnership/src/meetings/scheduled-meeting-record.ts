import { DateScalar, ScheduledMeeting } from '@hub/contract';
import { defineRecord, fitsIntoId, nameOf, pagesOf } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { bodyNamed } from '../governance/body-record';

/** A planned meeting as stored. */
export class ScheduledMeetingRecord extends ScheduledMeeting {
  /** Id of the body that is to meet. */
  bodyId!: string;
}

/** What is recorded of a planned meeting. */
@InputType({ description: 'A meeting that a body plans.' })
export class ScheduleMeetingInput {
  @Field(() => String, { description: "The partnership's own reference of it, under which it is recorded once held." })
  reference!: string;

  @Field(() => ID, { description: 'Id of the body that is to meet.' })
  bodyId!: string;

  @Field(() => DateScalar, { description: 'The day for which it is planned; it may lie ahead.' })
  scheduledFor!: string;
}

/** Meetings that bodies plan, once a reference. Another day is a correction. */
export const scheduledMeeting = defineRecord({
  row: ScheduledMeetingRecord,
  table: 'scheduled_meeting',
  stored: { bodyId: 'text' },
  order: { scheduledFor: 'DESC', id: 'DESC' },
  mutation: 'scheduleMeeting',
  description: 'Records a meeting that a body plans, as one of the year to come. Once a reference.',
  input: ScheduleMeetingInput,
  about: 'The planned meeting.',
  answers: {
    ...{ as: 'scheduledMeeting', type: ScheduledMeeting },
    ...{ what: 'The planned meeting', result: 'planning a meeting' },
  },
  names: { bodyId: bodyNamed },
  by: ['reference'],
  content: ({ bodyId, scheduledFor }) => ({ bodyId, scheduledFor }),
  derived: ({ reference }, { id }) => ({ id: `${id}-scheduled-meeting:${reference}` }),
  named: ({ reference }) => `The planned meeting "${reference}"`,
  checks: [fitsIntoId('reference')],
  ahead: ['scheduledFor'],
  demonstration: 'displaces',
});

/** A planned meeting that an input names. */
export const scheduledMeetingNamed = nameOf(
  ScheduledMeetingRecord,
  'reference',
  'MEETING_UNKNOWN',
  (reference) => `No meeting is planned under ${JSON.stringify(reference)}. Plan it by scheduleMeeting, or correct it.`,
);

/** A page of planned meetings, latest first. */
export const scheduledMeetingPage = pagesOf<ScheduledMeetingRecord>(scheduledMeeting);
