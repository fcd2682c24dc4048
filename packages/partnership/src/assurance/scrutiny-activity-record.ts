import { DateScalar, ScrutinyActivity } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { AssuranceArrangementRecord } from './assurance-arrangement-record';

/** Scrutiny as stored. */
export class ScrutinyActivityRecord extends ScrutinyActivity {}

/** What is recorded of scrutiny. */
@InputType({ description: 'Something that was done in independent scrutiny.' })
export class RecordScrutinyActivityInput {
  @Field(() => String, { description: "The partnership's own reference, as `SCR/2026/3`." })
  reference!: string;

  @Field(() => String, { description: 'The duty: a `code` of `assuranceArrangement { scrutinyDuties }`.' })
  duty!: string;

  @Field(() => String, { description: 'By which office, as `Independent Scrutineer`; never the name of a person.' })
  byRole!: string;

  @Field(() => DateScalar, { description: 'The day it was done; not after today.' })
  doneOn!: string;

  @Field(() => String, { description: 'What was done, in 500 characters that name nobody.' })
  summary!: string;
}

/** Independent scrutiny, once a reference (HAV-24, LAM-34, RED-23, TRI-43 to TRI-45). */
export const scrutinyActivity = defineRecord({
  row: ScrutinyActivityRecord,
  table: 'scrutiny_activity',
  order: { doneOn: 'DESC', id: 'DESC' },
  mutation: 'recordScrutinyActivity',
  clauses: ['HAV-24', 'RED-23', 'LAM-34', 'TRI-43', 'TRI-44', 'TRI-45'],
  description: 'Records something that was done in independent scrutiny, under one of its duties. Once a reference.',
  input: RecordScrutinyActivityInput,
  about: 'What was done.',
  answers: { as: 'activity', type: ScrutinyActivity, what: 'What was recorded', result: 'recording scrutiny' },
  by: ['reference'],
  content: ({ duty, byRole, doneOn, summary }) => ({ duty, byRole, doneOn, summary }),
  derived: ({ reference }, { id }) => ({ id: `${id}:scrutiny:${reference}` }),
  named: ({ reference }) => `The scrutiny ${reference}`,
  checks: [
    fitsIntoId('reference'),
    notBlank('byRole'),
    prose('summary', 500),
    check<RecordScrutinyActivityInput>('DUTY_UNKNOWN', 'duty', async ({ duty }, manager) => {
      const [arrangement] = await manager.find(AssuranceArrangementRecord);
      const codes = (arrangement?.scrutinyDuties ?? []).map(({ code }) => code);
      return (
        !codes.includes(duty) && `There is no duty ${JSON.stringify(duty)}. There are: ${codes.join(', ') || 'none'}.`
      );
    }),
  ],
  demonstration: 'displaces',
});
