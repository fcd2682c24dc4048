import { ChairAppointer, ChairAppointment, ChairOffice, DateScalar, Sector } from '@hub/contract';
import { check, defineRecord, fitsIntoId, plainWords } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { agencyColumn, agencyNamed, withOwnAgency } from '../agency-record';
import { BodyRecord, bodyNamed } from '../body-record';
import { appointmentNamed } from './appointment-record';
import { AppointmentRecord } from './appointment-row';
import { ChairAppointmentRecord } from './chair-row';
import { isAsArranged } from './is-as-arranged';

/** What is recorded of a chair. */
@InputType({ description: 'Who chairs a body, deputises or scrutinises, by role. No name is given.' })
export class AppointChairInput {
  @Field(() => String, { description: 'A reference of your own, as `2026`.' })
  reference!: string;

  @Field(() => ID, { description: 'Id of the body.' })
  bodyId!: string;

  @Field(() => ChairOffice, { defaultValue: ChairOffice.CHAIR, description: 'The office.' })
  office!: ChairOffice;

  @Field(() => String, { description: 'The role, as `Chief Executive of a London borough`: never a name.' })
  roleTitle!: string;

  @Field(() => Sector, { description: 'The sector that they come from.' })
  sector!: Sector;

  @Field(() => ID, { nullable: true, description: 'Id of their agency: its `Agency.id`, or the last part of it.' })
  agencyId?: string | null;

  @Field(() => DateScalar, { description: 'The day of appointment; not after today. It ends the term before it.' })
  appointedOn!: string;

  @Field(() => [ChairAppointer], { nullable: true, description: 'Who agreed to it. None by default.' })
  agreedBy?: ChairAppointer[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the last of them agreed.' })
  agreedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are the independent scrutineer too.' })
  isAlsoScrutineer?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Another board that they chair, as the Safeguarding Adults' Board.",
  })
  alsoChairs?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a deputy who is appointed from the members: reference of their appointment to a seat.',
  })
  memberReference?: string | null;
}

/** Chairs and those beside them, once a reference. */
export const chairAppointment = defineRecord({
  row: ChairAppointmentRecord,
  table: 'chair_appointment',
  stored: {
    ...{ bodyId: 'text', agency: { ...agencyColumn, nullable: true }, termEndsOn: null },
    memberReference: { type: 'text', nullable: true },
  },
  order: { appointedOn: 'ASC', id: 'ASC' },
  mutation: 'appointChair',
  clauses: ['LON-17', 'HAV-21', 'HAV-24', 'RED-15', 'RED-23', 'LAM-02', 'LAM-34', 'TRI-43'],
  description:
    'Records who chairs a body, deputises or scrutinises, as the document arranges (LON-17, HAV-21, RED-15, LAM-02). Once a reference.',
  input: AppointChairInput,
  about: 'Who, of which body, since when.',
  answers: {
    ...{ as: 'chair', type: ChairAppointment, what: 'The appointment' },
    result: 'an appointment to the chair',
  },
  read: withOwnAgency,
  names: { bodyId: bodyNamed, agencyId: agencyNamed, memberReference: appointmentNamed },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}:chair:${reference}` }),
  content: ({
    reference: _,
    agencyId,
    agreedBy,
    agreedOn,
    isAlsoScrutineer,
    alsoChairs,
    memberReference,
    ...input
  }) => ({
    ...{ ...input, agency: agencyId ? { id: agencyId } : null, agreedBy: agreedBy ?? [], agreedOn: agreedOn ?? null },
    ...{ isAlsoScrutineer: isAlsoScrutineer ?? null, alsoChairs: alsoChairs ?? null },
    memberReference: memberReference ?? null,
  }),
  named: ({ reference }) => `The appointment "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    plainWords('roleTitle', 200),
    plainWords('alsoChairs', 200),
    check<AppointChairInput>('AGREEMENT_INCOMPLETE', 'agreedOn', ({ agreedBy, agreedOn }) => {
      const isWhole = (agreedBy ?? []).length > 0 === (typeof agreedOn === 'string');
      return !isWhole && 'Who agreed and the day belong together. Give both agreedBy and agreedOn, or neither.';
    }),
    check<AppointChairInput>('DATES_OUT_OF_ORDER', 'agreedOn', ({ agreedOn, appointedOn }) => {
      const isAfter = typeof agreedOn === 'string' && agreedOn > appointedOn;
      return isAfter && `It was agreed to on ${agreedOn}, after ${appointedOn}. Correct one of the two days.`;
    }),
  ],
  requires: [isAsArranged],
  restsOn: [
    { on: BodyRecord, where: ({ id }: BodyRecord) => ({ bodyId: id }) },
    { on: AppointmentRecord, where: ({ reference }: AppointmentRecord) => ({ memberReference: reference }) },
  ],
  demonstration: 'displaces',
});
