import { DateScalar, MeasureKind, SuccessMeasure } from '@hub/contract';
import { check, defineRecord, fitsIntoId, prose } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { priorityNamed } from './priority-named';

/** A measure of success as stored. */
export class SuccessMeasureRecord extends SuccessMeasure {}

/** What is recorded of a measure. */
@InputType({ description: 'A measure of success that the partnership determined.' })
export class SetSuccessMeasureInput {
  @Field(() => String, { description: "The partnership's own reference of it." })
  reference!: string;

  @Field(() => MeasureKind, { description: 'Qualitative or quantitative.' })
  kind!: MeasureKind;

  @Field(() => String, { description: 'What is measured, in up to 500 characters.' })
  measure!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the priority that it measures, where it is of one.' })
  priorityId?: string | null;

  @Field(() => DateScalar, { description: 'The day it was determined; not after today.' })
  setOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it is used; it may lie ahead.' })
  endsOn?: string | null;
}

/** Measures of success, once a reference (LAM-11). */
export const successMeasure = defineRecord({
  row: SuccessMeasureRecord,
  table: 'success_measure',
  order: { setOn: 'DESC', id: 'DESC' },
  mutation: 'setSuccessMeasure',
  clauses: ['LAM-11'],
  description: 'Records a qualitative or quantitative measure of success (LAM-11). Once a reference.',
  input: SetSuccessMeasureInput,
  about: 'The measure.',
  answers: { as: 'measure', type: SuccessMeasure, what: 'The measure', result: 'setting a measure' },
  names: { priorityId: priorityNamed },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-measure:${reference}` }),
  content: ({ reference: _, priorityId, endsOn, ...content }) => ({
    ...{ ...content, priorityId: priorityId ?? null, endsOn: endsOn ?? null },
  }),
  named: ({ reference }) => `The measure "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    prose('measure', 500),
    check<SetSuccessMeasureInput>('DATES_OUT_OF_ORDER', 'endsOn', ({ setOn, endsOn }) => {
      return typeof endsOn === 'string' && endsOn < setOn && `It ends on ${endsOn}, before it is set. Correct a day.`;
    }),
  ],
  ahead: ['endsOn'],
  demonstration: 'displaces',
});
