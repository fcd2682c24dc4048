import { AgreementSignature, DateScalar } from '@hub/contract';
import { defineRecord } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { agencyColumn, agencyNamed, withOwnAgency } from '../governance/agency-record';
import { isProcedure } from './checks';

/** A signature as stored. */
export class AgreementSignatureRecord extends AgreementSignature {}

/** What is recorded of a signature. */
@InputType({ description: 'That an agency of the partnership signed an information-sharing agreement.' })
export class SignAgreementInput {
  @Field(() => ID, { description: 'Id of the agreement, as `london-information-sharing-agreement`.' })
  procedureId!: string;

  @Field(() => ID, {
    description:
      'Id of an agency of the partnership: its `Agency.id`, or the last part of it, as `nel-ccg`. One signature an agreement.',
  })
  agencyId!: string;

  @Field(() => DateScalar, { description: 'The day it signed; not after today.' })
  signedOn!: string;
}

/** Signatures under information-sharing agreements, once an agency and agreement. */
export const agreementSignature = defineRecord({
  row: AgreementSignatureRecord,
  table: 'agreement_signature',
  stored: { agency: agencyColumn },
  order: { signedOn: 'DESC', id: 'ASC' },
  mutation: 'signAgreement',
  clauses: ['LON-07'],
  description: 'Records that an agency of the partnership signed an information-sharing agreement. Once an agency.',
  input: SignAgreementInput,
  about: 'The signature.',
  answers: { as: 'signature', type: AgreementSignature, what: 'The signature', result: 'recording a signature' },
  read: withOwnAgency,
  names: { agencyId: agencyNamed },
  by: ['procedureId', 'agencyId'],
  key: ({ procedureId, agencyId }) => ({ procedureId, agency: { id: agencyId } }),
  content: ({ signedOn }) => ({ signedOn }),
  derived: ({ procedureId, agencyId }, { id }) => ({ id: `${id}:${procedureId}:${agencyId}` }),
  named: ({ agencyId }) => `The signature of ${agencyId}`,
  checks: [isProcedure('procedureId')],
  demonstration: 'displaces',
});
