import { DateScalar, RapidReview } from '@hub/contract';
import { defineRecord, fitsIntoId, problem, type Check } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { incidentNamed, SeriousIncidentRecord } from './serious-incident-record';

/** A rapid review as stored. */
export class RapidReviewRecord extends RapidReview {}

/** What is recorded of a rapid review; days that are not known yet are filled in by the same again with them. */
@InputType({
  description: 'A rapid review. Days that have not come are left out, and given later with all the others.',
})
export class RecordRapidReviewInput {
  @Field(() => String, { description: "The partnership's own reference, as `RR/2026/3`; never of a child." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the incident.' })
  incidentReference!: string;

  @Field(() => DateScalar, { description: 'The day it was convened.' })
  convenedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day the executive determined its chair.' })
  chairDeterminedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day agencies were asked for a summary.' })
  summariesAskedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day its report was completed.' })
  reportedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the report recommends a practice review.' })
  recommendsPracticeReview?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day its report was approved.' })
  approvedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was sent to the national Panel: refused before it was approved (LAM-19).',
  })
  sentToPanelOn?: string | null;
}

/** Reported, approved and sent one after another (LAM-19). */
const isInOrder: Check<RecordRapidReviewInput> = {
  codes: ['SENT_BEFORE_APPROVED', 'APPROVED_BEFORE_REPORTED'],
  problems: ({ reportedOn, approvedOn, sentToPanelOn }) => [
    Boolean(sentToPanelOn) &&
      (!approvedOn || approvedOn > sentToPanelOn!) &&
      problem(
        'sentToPanelOn',
        'SENT_BEFORE_APPROVED',
        'The report goes to the national Panel after it was approved. Give approvedOn too, on that day or before.',
      ),
    Boolean(approvedOn) &&
      (!reportedOn || reportedOn > approvedOn!) &&
      problem(
        'approvedOn',
        'APPROVED_BEFORE_REPORTED',
        'A report is approved once it is completed. Give reportedOn too, on that day or before.',
      ),
  ],
};

/** Rapid reviews, once a reference (LAM-17 to LAM-19). */
export const rapidReview = defineRecord({
  row: RapidReviewRecord,
  table: 'rapid_review',
  order: { convenedOn: 'DESC', id: 'DESC' },
  mutation: 'recordRapidReview',
  clauses: ['LAM-17', 'LAM-18', 'LAM-19'],
  description:
    'Records a rapid review. What is not known yet is filled in by the same again with it. Once a reference.',
  input: RecordRapidReviewInput,
  about: 'The review.',
  answers: { as: 'review', type: RapidReview, what: 'The review', result: 'recording a rapid review' },
  names: { incidentReference: incidentNamed },
  by: ['reference'],
  content: (input) => ({
    ...{ incidentReference: input.incidentReference, convenedOn: input.convenedOn },
    ...{ chairDeterminedOn: input.chairDeterminedOn ?? null, summariesAskedOn: input.summariesAskedOn ?? null },
    ...{ reportedOn: input.reportedOn ?? null, recommendsPracticeReview: input.recommendsPracticeReview ?? null },
    ...{ approvedOn: input.approvedOn ?? null, sentToPanelOn: input.sentToPanelOn ?? null },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:rapid-review:${reference}` }),
  filledLater: [
    ...(['chairDeterminedOn', 'summariesAskedOn', 'reportedOn', 'recommendsPracticeReview'] as const),
    ...(['approvedOn', 'sentToPanelOn'] as const),
  ],
  named: ({ reference }) => `The rapid review ${reference}`,
  checks: [fitsIntoId('reference'), isInOrder],
  restsOn: [
    {
      on: SeriousIncidentRecord,
      where: ({ reference }: SeriousIncidentRecord) => ({ incidentReference: reference }),
    },
  ],
  demonstration: 'displaces',
});
