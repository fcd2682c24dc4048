import { Appointment, DateScalar } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { fullSeat } from './appointment-checks';
import { appointment, appointmentNamed } from './appointment-record';
import { AppointmentRecord } from './appointment-row';

/** The end of an appointment. */
@InputType({ description: 'That a seat or post was left.' })
export class EndAppointmentInput {
  @Field(() => String, { description: 'Reference of the appointment.' })
  reference!: string;

  @Field(() => DateScalar, { description: 'The last day of it; not after today.' })
  endedOn!: string;
}

/** Ends of appointments. One that is renewed ends by its renewal. */
export const appointmentEnd = defineRecord({
  row: AppointmentRecord,
  table: 'appointment',
  name: 'AppointmentEnd',
  partOf: { of: appointment, open: { endedOn: null } },
  order: { id: 'ASC' },
  mutation: 'endAppointment',
  description: 'Records that a seat or post was left. A renewal ends the term before it by itself.',
  input: EndAppointmentInput,
  about: 'Which, and when.',
  answers: { as: 'appointment', type: Appointment, what: 'The appointment', result: 'ending an appointment' },
  names: { reference: appointmentNamed },
  by: ['reference'],
  content: ({ endedOn }) => ({ endedOn }),
  named: ({ reference }) => `The end of the appointment "${reference}"`,
  taken: { field: 'endedOn', code: 'ALREADY_ENDED' },
  checks: [
    check<EndAppointmentInput>('DATES_OUT_OF_ORDER', 'endedOn', async ({ reference, endedOn }, manager) => {
      const appointedOn = (await manager.findOneBy(AppointmentRecord, { reference }))?.appointedOn ?? endedOn;
      return endedOn < appointedOn && `It began on ${appointedOn}. Give that day or a later one.`;
    }),
  ],
  mayBecome: [
    check<AppointmentRecord>('SEAT_FULL', 'reference', async (term, manager) => {
      const full = await fullSeat(term, manager);
      return full && `${full} Correct this end to a day before, or end or withdraw what fills the seat.`;
    }),
  ],
  demonstration: 'follows',
});
