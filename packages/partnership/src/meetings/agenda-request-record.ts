import { AgendaItemKind, AgendaRequest, DateScalar } from '@hub/contract';
import { defineRecord, fitsIntoId } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { shortTexts } from './office-checks';
import { scheduledMeetingNamed, ScheduledMeetingRecord } from './scheduled-meeting-record';

/** A request as stored. */
export class AgendaRequestRecord extends AgendaRequest {
  /** Reference of the planned meeting. */
  meetingReference!: string;
}

/** What is recorded of a request. */
@InputType({ description: 'That a member asks for an item on the agenda of a planned meeting.' })
export class RequestAgendaItemInput {
  @Field(() => String, { description: "The partnership's own reference of the request." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the planned meeting.' })
  meetingReference!: string;

  @Field(() => AgendaItemKind, { description: 'What it is about.' })
  kind!: AgendaItemKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: "The member who asks, as an agency or an office, never a person's name." })
  requestedBy!: string;

  @Field(() => DateScalar, { description: 'The day it was asked for; not after today.' })
  requestedOn!: string;
}

/** What members ask to have on an agenda (RED-12), once a reference. */
export const agendaRequest = defineRecord({
  row: AgendaRequestRecord,
  table: 'agenda_request',
  stored: { meetingReference: 'text' },
  order: { requestedOn: 'ASC', id: 'ASC' },
  mutation: 'requestAgendaItem',
  clauses: ['RED-12'],
  description: 'Records that a member asks for an item on the agenda of a planned meeting (RED-12). Once a reference.',
  input: RequestAgendaItemInput,
  about: 'The request.',
  answers: { as: 'request', type: AgendaRequest, what: 'The request', result: 'asking for an item' },
  names: { meetingReference: scheduledMeetingNamed },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-agenda-request:${reference}` }),
  content: ({ reference: _, ...content }) => content,
  named: ({ reference }) => `The request "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    shortTexts<RequestAgendaItemInput>('title', ({ title }) => [title]),
    shortTexts<RequestAgendaItemInput>('requestedBy', ({ requestedBy }) => [requestedBy]),
  ],
  demonstration: 'displaces',
  restsOn: [
    {
      on: ScheduledMeetingRecord,
      where: ({ reference }: ScheduledMeetingRecord) => ({ meetingReference: reference }),
    },
  ],
});
