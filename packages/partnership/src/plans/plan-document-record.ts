import { DateScalar, PlanDocument, PlanDocumentKind } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, webAddress } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';

/** A plan, strategy or analysis as stored. */
export class PlanDocumentRecord extends PlanDocument {}

/** What is recorded of a plan. */
@InputType({ description: 'A plan, strategy or analysis that was agreed.' })
export class RecordPlanDocumentInput {
  @Field(() => String, { description: "The partnership's own reference of it, as `plan-2026`." })
  reference!: string;

  @Field(() => PlanDocumentKind, { description: 'What it is.' })
  kind!: PlanDocumentKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Whose it is, by role or body and never by the name of a person.' })
  owner!: string;

  @Field(() => DateScalar, { description: 'The day it was agreed; not after today.' })
  agreedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for which it holds; it may lie ahead.' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Its web address, where it is published.' })
  publishedAt?: string | null;
}

/** Plans, once a reference (HAV-09, TRI-13, TRI-30). */
export const planDocument = defineRecord({
  row: PlanDocumentRecord,
  table: 'plan_document',
  order: { agreedOn: 'DESC', id: 'DESC' },
  mutation: 'recordPlanDocument',
  clauses: ['TRI-13', 'TRI-18', 'TRI-30'],
  description: 'Records a plan, strategy or analysis that was agreed (HAV-09, TRI-13, TRI-30). Once a reference.',
  input: RecordPlanDocumentInput,
  about: 'The plan.',
  answers: { as: 'planDocument', type: PlanDocument, what: 'The plan', result: 'recording a plan' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-plan:${reference}` }),
  content: ({ reference: _, endsOn, publishedAt, ...content }) => ({
    ...{ ...content, endsOn: endsOn ?? null, publishedAt: publishedAt ?? null },
  }),
  named: ({ reference }) => `The plan "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    notBlank('title', 'owner'),
    webAddress('publishedAt'),
    check<RecordPlanDocumentInput>('DATES_OUT_OF_ORDER', 'endsOn', ({ agreedOn, endsOn }) => {
      return (
        typeof endsOn === 'string' && endsOn < agreedOn && `It ends on ${endsOn}, before it is agreed. Correct a day.`
      );
    }),
  ],
  ahead: ['endsOn'],
  demonstration: 'displaces',
});
