import { DateScalar, PracticeReview, PracticeReviewKind, ReviewCriterion } from '@hub/contract';
import { check, defineRecord, fitsIntoId, ownReference } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';

/** A practice review as stored. */
export class PracticeReviewRecord extends PracticeReview {}

/** What is recorded when a review begins. */
@InputType({ description: 'That a practice review was initiated.' })
export class RecordPracticeReviewInput {
  @Field(() => String, { description: "The partnership's own reference, as `LCSPR/2026/1`; never of a child." })
  reference!: string;

  @Field(() => PracticeReviewKind, { description: 'What kind of review it is.' })
  kind!: PracticeReviewKind;

  @Field(() => DateScalar, { description: 'The day it was initiated, from which months are counted; not after today.' })
  initiatedOn!: string;

  @Field(() => [ReviewCriterion], { nullable: true, description: 'Criteria that the decision rested on (TRI-25).' })
  criteria?: ReviewCriterion[] | null;
}

/** Practice reviews, once a reference (LAM-20 to LAM-23, TRI-25 to TRI-28). */
export const practiceReview = defineRecord({
  row: PracticeReviewRecord,
  table: 'practice_review',
  stored: { finalDue: null },
  order: { initiatedOn: 'DESC', id: 'DESC' },
  mutation: 'recordPracticeReview',
  clauses: ['LAM-20', 'TRI-25', 'TRI-26', 'TRI-27'],
  description: 'Records that a practice review was initiated. Once a reference.',
  input: RecordPracticeReviewInput,
  about: 'The review.',
  answers: { as: 'review', type: PracticeReview, what: 'The review', result: 'recording a practice review' },
  by: ['reference'],
  content: ({ kind, initiatedOn, criteria }) => ({ kind, initiatedOn, criteria: criteria ?? [] }),
  derived: ({ reference }, { id }) => ({ id: `${id}:practice-review:${reference}` }),
  named: ({ reference }) => `The practice review ${reference}`,
  checks: [fitsIntoId('reference')],
  mayChange: [
    check<PracticeReviewRecord>('REVIEW_PUBLISHED', 'reference', ({ publishedOn }) => {
      return publishedOn !== null && 'The review is published. Withdraw that first, by withdrawReviewPublication.';
    }),
  ],
  demonstration: 'displaces',
});

/** A practice review that an input names. */
export const reviewNamed = ownReference(practiceReview, 'REVIEW_UNKNOWN', 'Record the review by recordPracticeReview');

/** What rests on a review by its reference. */
export const onReview = {
  on: PracticeReviewRecord,
  where: ({ reference }: PracticeReviewRecord) => ({ reviewReference: reference }),
};
