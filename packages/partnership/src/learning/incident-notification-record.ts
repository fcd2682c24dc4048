import { DateScalar, IncidentNotification, LearningParty } from '@hub/contract';
import { check, defineRecord, sameReference } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { incidentNamed, SeriousIncidentRecord } from './serious-incident-record';

/** A notification as stored. */
export class IncidentNotificationRecord extends IncidentNotification {
  /** Reference of the incident. */
  incidentReference!: string;
}

/** What is recorded of a notification. */
@InputType({ description: 'That somebody was told of a serious incident.' })
export class NotifySeriousIncidentInput {
  @Field(() => String, { description: 'Reference of the incident.' })
  incidentReference!: string;

  @Field(() => LearningParty, { description: 'Who was told. One notification a recipient.' })
  recipient!: LearningParty;

  @Field(() => DateScalar, { description: 'The day it was sent; not after today, nor before the incident.' })
  sentOn!: string;
}

/** Notifications of incidents, once an incident and recipient (LAM-15, LAM-16). */
export const incidentNotification = defineRecord({
  row: IncidentNotificationRecord,
  table: 'incident_notification',
  stored: { incidentReference: 'text' },
  order: { sentOn: 'ASC', id: 'ASC' },
  mutation: 'recordIncidentNotification',
  clauses: ['LAM-16'],
  description: 'Records that somebody was told of a serious incident. Once a recipient.',
  input: NotifySeriousIncidentInput,
  about: 'The notification.',
  answers: {
    ...{ as: 'notification', type: IncidentNotification, what: 'The notification' },
    result: 'recording a notification',
  },
  names: { incidentReference: incidentNamed },
  by: ['incidentReference', 'recipient'],
  content: ({ sentOn }) => ({ sentOn }),
  derived: ({ incidentReference, recipient }, { id }) => ({ id: `${id}:incident:${incidentReference}:${recipient}` }),
  named: ({ incidentReference, recipient }) => `The notification of ${incidentReference} to ${recipient}`,
  checks: [
    check<NotifySeriousIncidentInput>('BEFORE_INCIDENT', 'sentOn', async ({ incidentReference, sentOn }, manager) => {
      const reference = sameReference('incident', incidentReference);
      const incident = await manager.findOneBy(SeriousIncidentRecord, { reference });
      return incident !== null && sentOn < incident.occurredOn && `sentOn is before the incident. Correct the day.`;
    }),
  ],
  restsOn: [
    {
      on: SeriousIncidentRecord,
      where: ({ reference }: SeriousIncidentRecord) => ({ incidentReference: reference }),
    },
  ],
  demonstration: 'displaces',
});
