import { Appointment, DateScalar, SupportPost } from '@hub/contract';
import { check, defineRecord, fitsIntoId, nameOf, plainWords } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { agencyColumn, agencyNamed, withOwnAgency } from '../agency-record';
import { BodyRecord, bodyNamed } from '../body-record';
import { SeatRecord } from '../seat-record';
import { appointmentChecks } from './appointment-checks';
import { AppointmentRecord } from './appointment-row';

/** What is recorded of an appointment. */
@InputType({ description: 'Who fills a seat or a support post, by role and agency. No name is given.' })
export class RecordAppointmentInput {
  @Field(() => String, { description: "The partnership's own reference, as `LAY-1`." })
  reference!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the seat. One of seat, body and post is given.' })
  seatId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the body, where it has no such seat, as a subgroup.' })
  bodyId?: string | null;

  @Field(() => SupportPost, { nullable: true, description: 'The support post.' })
  post?: SupportPost | null;

  @Field(() => String, { description: 'The role of who fills it, as `Director of Public Health`: never a name.' })
  roleTitle!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of an agency of the partnership: its `Agency.id`, or the last part of it. That of the seat by default.',
  })
  agencyId?: string | null;

  @Field(() => DateScalar, { description: 'The day of appointment to this term; not after today.' })
  appointedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which whoever must agree did: the Independent Chair to one more of an agency (RED-17), the Executive ' +
      'to a member of a subgroup (LAM-12).',
  })
  agreedOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Reference of the appointment that it renews.' })
  renewsReference?: string | null;
}

/** An appointment that an input names by its reference. */
export const appointmentNamed = nameOf(
  AppointmentRecord,
  'reference',
  'APPOINTMENT_UNKNOWN',
  (given) => `No appointment ${JSON.stringify(given)} is recorded. Record it by recordAppointment.`,
);

/** Appointments to seats and posts, once a reference. */
export const appointment = defineRecord({
  row: AppointmentRecord,
  table: 'appointment',
  stored: {
    ...{ reference: 'text', seatId: { type: 'text', nullable: true }, bodyId: { type: 'text', nullable: true } },
    ...{ renewsReference: { type: 'text', nullable: true }, agency: { ...agencyColumn, nullable: true } },
    ...{ termEndsOn: null, isRenewed: null },
  },
  order: { appointedOn: 'ASC', id: 'ASC' },
  mutation: 'recordAppointment',
  clauses: [
    'LON-18',
    'LON-19',
    'LON-20',
    'LON-21',
    'LON-22',
    'LON-23',
    'LON-24',
    'LON-30',
    'HAV-10',
    'HAV-15',
    'HAV-16',
    'RED-17',
    'RED-19',
    'RED-20',
    'RED-21',
    'LAM-06',
    'LAM-08',
    'LAM-12',
    'TRI-07',
    'TRI-41',
    'TRI-47',
  ],
  description:
    'Records who fills a seat or a post, as a lay member (RED-20). A renewal is an appointment that names the one before. Once a reference.',
  input: RecordAppointmentInput,
  about: 'The appointment.',
  answers: {
    ...{ as: 'appointment', type: Appointment, what: 'The appointment' },
    result: 'recording an appointment',
  },
  read: withOwnAgency,
  names: {
    ...{ bodyId: bodyNamed, agencyId: agencyNamed, renewsReference: appointmentNamed },
    seatId: nameOf(SeatRecord, 'id', 'SEAT_UNKNOWN', (id) => {
      return `The document has no seat ${JSON.stringify(id)}. Take one of \`bodies { seats { id } }\`.`;
    }),
  },
  by: ['reference'],
  content: ({ seatId, bodyId, post, roleTitle, agencyId, appointedOn, agreedOn, renewsReference }) => ({
    ...{ seatId: seatId ?? null, bodyId: bodyId ?? null, post: post ?? null, roleTitle, appointedOn },
    ...{ agency: agencyId ? { id: agencyId } : null, agreedOn: agreedOn ?? null },
    renewsReference: renewsReference ?? null,
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:appointment:${reference}` }),
  named: ({ reference }) => `The appointment "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    plainWords('roleTitle', 200),
    check<RecordAppointmentInput>('PLACE_UNCLEAR', 'seatId', ({ seatId, bodyId, post }) => {
      const given = [seatId, bodyId, post].filter((one) => one !== null && one !== undefined).length;
      return given !== 1 && 'Give exactly one of seatId, bodyId and post.';
    }),
    check<RecordAppointmentInput>('DATES_OUT_OF_ORDER', 'agreedOn', ({ agreedOn, appointedOn }) => {
      const isAfter = typeof agreedOn === 'string' && agreedOn > appointedOn;
      return isAfter && `It was agreed to on ${agreedOn}, after ${appointedOn}. Correct one of the two days.`;
    }),
  ],
  requires: appointmentChecks,
  restsOn: [
    { on: BodyRecord, where: ({ id }: BodyRecord) => ({ bodyId: id }) },
    { on: AppointmentRecord, where: ({ reference }: AppointmentRecord) => ({ renewsReference: reference }) },
  ],
  demonstration: 'displaces',
});
