import { ChairAppointment, DateScalar } from '@hub/contract';
import { check, defineRecord, nameOf } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { chairAppointment } from './chair-record';
import { ChairAppointmentRecord } from './chair-row';

/** The end of a chair without a successor. */
@InputType({ description: 'That a chair, a deputy or a scrutineer left office.' })
export class EndChairInput {
  @Field(() => ID, { description: 'Id of the appointment, as `lambeth:chair:2026`.' })
  chairId!: string;

  @Field(() => DateScalar, { description: 'The last day in office; not after today.' })
  endedOn!: string;
}

/** Ends of chairs. Whoever is appointed next ends the one before. */
export const chairEnd = defineRecord({
  row: ChairAppointmentRecord,
  table: 'chair_appointment',
  name: 'ChairEnd',
  partOf: { of: chairAppointment, open: { endedOn: null } },
  order: { id: 'ASC' },
  mutation: 'endChair',
  description: 'Records that a chair, a deputy or a scrutineer left office before another was appointed.',
  input: EndChairInput,
  about: 'Which, and when.',
  answers: {
    as: 'chair',
    type: ChairAppointment,
    what: 'The appointment',
    result: 'ending an appointment to the chair',
  },
  names: {
    chairId: nameOf(ChairAppointmentRecord, 'id', 'CHAIR_UNKNOWN', (id) => {
      return `No appointment ${JSON.stringify(id)} is recorded. Take one of \`chairs { id }\`.`;
    }),
  },
  by: ['chairId'],
  key: ({ chairId }) => ({ id: chairId }),
  content: ({ endedOn }) => ({ endedOn }),
  named: ({ chairId }) => `The end of ${chairId}`,
  taken: { field: 'endedOn', code: 'ALREADY_ENDED' },
  checks: [
    check<EndChairInput>('DATES_OUT_OF_ORDER', 'endedOn', async ({ chairId, endedOn }, manager) => {
      const appointedOn = (await manager.findOneBy(ChairAppointmentRecord, { id: chairId }))?.appointedOn ?? endedOn;
      return endedOn < appointedOn && `It began on ${appointedOn}. Give that day or a later one.`;
    }),
  ],
  demonstration: 'follows',
});
