import { ChairOffice, ConfidentialityPermission, DateScalar } from '@hub/contract';
import { ChairAppointmentRecord } from '@hub/partnership';
import { check, defineRecord, fitsIntoId, proseProblems, plainWords } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { LessThanOrEqual } from 'typeorm';

/** A permission as stored. */
export class ConfidentialityPermissionRecord extends ConfidentialityPermission {}

/** What is recorded of a permission. */
@InputType({ description: 'That the Independent Chair permitted something confidential to be passed on.' })
export class RecordConfidentialityPermissionInput {
  @Field(() => String, { description: 'A reference of your own, as `2026/1`.' })
  reference!: string;

  @Field(() => String, { description: 'What may be passed on, in words by which nobody can be recognised.' })
  what!: string;

  @Field(() => String, { description: 'To whom: an organisation or a role.' })
  recipient!: string;

  @Field(() => DateScalar, { description: 'The day it was permitted; not after today.' })
  permittedOn!: string;
}

/** Permissions of the Independent Chair, once a reference. */
export const confidentialityPermission = defineRecord({
  row: ConfidentialityPermissionRecord,
  table: 'confidentiality_permission',
  order: { permittedOn: 'DESC', id: 'DESC' },
  mutation: 'recordConfidentialityPermission',
  clauses: ['RED-25'],
  description:
    'Records that the Independent Chair expressly permitted something confidential to be passed on (RED-25). Once a reference.',
  input: RecordConfidentialityPermissionInput,
  about: 'The permission.',
  answers: {
    ...{ as: 'permission', type: ConfidentialityPermission, what: 'The permission' },
    result: 'recording a permission',
  },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}:permission:${reference}` }),
  content: ({ what, recipient, permittedOn }) => ({ what, recipient, permittedOn }),
  named: ({ reference }) => `The permission "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    plainWords('recipient', 200),
    {
      codes: ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY'],
      problems: ({ what }) => proseProblems('what', what, 500),
    },
    check<RecordConfidentialityPermissionInput>('NO_CHAIR_THEN', 'permittedOn', async ({ permittedOn }, manager) => {
      const office = ChairOffice.CHAIR;
      const isChaired = await manager.existsBy(ChairAppointmentRecord, {
        ...{ office, appointedOn: LessThanOrEqual(permittedOn) },
      });
      return !isChaired && `Nobody is recorded in the chair on ${permittedOn}. Record the chair by appointChair first.`;
    }),
  ],
  demonstration: 'displaces',
});
