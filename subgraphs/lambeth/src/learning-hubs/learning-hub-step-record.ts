import { DateScalar, LearningHubStep, LearningHubStepKind } from '@hub/contract';
import { defineRecord, fitsIntoId, notBlank, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { hubNamed, LearningHubRecord } from './learning-hub-record';

/** A step as stored. */
export class LearningHubStepRecord extends LearningHubStep {
  reference!: string;
  /** Reference of the hub. */
  hubReference!: string;
}

/** What is recorded of a step. */
@InputType({ description: 'Something that was done in the work of a learning hub.' })
export class RecordLearningHubStepInput {
  @Field(() => String, { description: "The partnership's own reference, as `LPIH/2026-27/1-report`." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the hub.' })
  hubReference!: string;

  @Field(() => LearningHubStepKind, { description: 'What was done.' })
  kind!: LearningHubStepKind;

  @Field(() => String, { description: 'By which office, as `Independent auditor`; never the name of a person.' })
  byRole!: string;

  @Field(() => DateScalar, { description: 'The day it was done; not after today.' })
  doneOn!: string;

  @Field(() => String, { nullable: true, description: 'What it says in short, in 500 characters that name nobody.' })
  summary?: string | null;
}

/** The audits, report, plan, updates and evaluation of hubs, once a reference (LAM-29 to LAM-32). */
export const learningHubStep = defineRecord({
  row: LearningHubStepRecord,
  table: 'learning_hub_step',
  stored: { reference: 'text', hubReference: 'text' },
  order: { doneOn: 'ASC', id: 'ASC' },
  mutation: 'recordLearningHubStep',
  clauses: ['LAM-29', 'LAM-30', 'LAM-32'],
  description: 'Records the audits, report, plan, an update or the evaluation of a learning hub. Once a reference.',
  input: RecordLearningHubStepInput,
  about: 'What was done.',
  answers: { as: 'step', type: LearningHubStep, what: 'What was recorded', result: 'recording work of a learning hub' },
  names: { hubReference: hubNamed },
  by: ['reference'],
  content: ({ hubReference, kind, byRole, doneOn, summary }) => ({
    ...{ hubReference, kind, byRole, doneOn, summary: summary || null },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:learning-hub-step:${reference}` }),
  named: ({ reference }) => `The step ${reference}`,
  checks: [fitsIntoId('reference'), notBlank('byRole'), prose('summary', 500)],
  restsOn: [{ on: LearningHubRecord, where: ({ reference }: LearningHubRecord) => ({ hubReference: reference }) }],
  demonstration: 'displaces',
});
