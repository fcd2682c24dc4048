import { DateScalar, MemberSignature } from '@hub/contract';
import { appointmentNamed, AppointmentRecord } from '@hub/partnership';
import { check, defineRecord, plainWords } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';

/** A signature under the member agreement as stored. */
export class MemberSignatureRecord extends MemberSignature {
  /** Reference of the appointment of the member. */
  appointmentReference!: string;
}

/** What is recorded of a signature. */
@InputType({ description: 'That a member signed the member agreement. The paper and the name on it stay with you.' })
export class SignMemberAgreementInput {
  @Field(() => ID, { description: 'Reference of the appointment of the member.' })
  appointmentReference!: string;

  @Field(() => String, { nullable: true, description: 'The service of the agency, where the member gave one.' })
  service?: string | null;

  @Field(() => DateScalar, { description: 'The day it was signed; not after today.' })
  signedOn!: string;
}

/** Signatures under the member agreement, once a member and term. */
export const memberSignature = defineRecord({
  row: MemberSignatureRecord,
  table: 'member_signature',
  stored: { appointmentReference: 'text' },
  order: { signedOn: 'DESC', id: 'ASC' },
  mutation: 'signMemberAgreement',
  clauses: ['RED-18', 'RED-29'],
  description: 'Records that a member signed the member agreement (RED-18, RED-29). Once an appointment.',
  input: SignMemberAgreementInput,
  about: 'Who, and when.',
  answers: { as: 'signature', type: MemberSignature, what: 'The signature', result: 'signing the member agreement' },
  names: { appointmentReference: appointmentNamed },
  by: ['appointmentReference'],
  content: ({ service, signedOn }) => ({ service: service ?? null, signedOn }),
  derived: ({ appointmentReference }, { id }) => ({ id: `${id}:member-signature:${appointmentReference}` }),
  named: ({ appointmentReference }) => `The signature under "${appointmentReference}"`,
  checks: [
    plainWords('service', 200),
    check<SignMemberAgreementInput>('SUPPORT_POST', 'appointmentReference', async (given, manager) => {
      const found = await manager.findOneBy(AppointmentRecord, { reference: given.appointmentReference });
      return found !== null && found.seatId === null && 'Members sign, who hold a seat. Give an appointment to a seat.';
    }),
  ],
  restsOn: [
    {
      on: AppointmentRecord,
      where: ({ reference }: AppointmentRecord) => ({ appointmentReference: reference }),
    },
  ],
  demonstration: 'displaces',
});
