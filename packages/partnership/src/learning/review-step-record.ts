import { DateScalar, LearningParty, ReviewStep, ReviewStepKind } from '@hub/contract';
import { check, defineRecord, fitsIntoId, sameReference } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { onReview, PracticeReviewRecord, reviewNamed } from './practice-review-record';

/** A step as stored. */
export class ReviewStepRecord extends ReviewStep {
  reference!: string;
  /** Reference of the review. */
  reviewReference!: string;
}

/** Steps that are somebody's, or go to somebody. */
const OF_A_PARTY: readonly ReviewStepKind[] = [
  ...[ReviewStepKind.DECIDED, ReviewStepKind.CONSULTED, ReviewStepKind.REVIEWER_RECOMMENDED],
  ...[ReviewStepKind.DRAFT_SUBMITTED, ReviewStepKind.SENT],
];

/** What is recorded of a step. */
@InputType({ description: 'A step of a practice review that was taken.' })
export class RecordReviewStepInput {
  @Field(() => String, { description: "The partnership's own reference of the step, as `LCSPR/2026/1-update-3`." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the review.' })
  reviewReference!: string;

  @Field(() => ReviewStepKind, { description: 'What was done.' })
  kind!: ReviewStepKind;

  @Field(() => LearningParty, {
    nullable: true,
    description:
      'By whom, for DECIDED, CONSULTED and REVIEWER_RECOMMENDED; to whom, for DRAFT_SUBMITTED and SENT. Left out of others.',
  })
  party?: LearningParty | null;

  @Field(() => DateScalar, { description: 'The day it was done; not after today.' })
  doneOn!: string;
}

/** Steps of practice reviews, once a reference. */
export const reviewStep = defineRecord({
  row: ReviewStepRecord,
  table: 'review_step',
  stored: { reference: 'text', reviewReference: 'text' },
  order: { doneOn: 'ASC', id: 'ASC' },
  mutation: 'recordReviewStep',
  clauses: ['LAM-21', 'LAM-22', 'LAM-23', 'TRI-28'],
  description: 'Records a step of a practice review, such as an update of the reviewer or a copy that was sent.',
  input: RecordReviewStepInput,
  about: 'The step.',
  answers: { as: 'step', type: ReviewStep, what: 'The step', result: 'recording a step of a review' },
  names: { reviewReference: reviewNamed },
  by: ['reference'],
  content: ({ reviewReference, kind, party, doneOn }) => ({ reviewReference, kind, party: party ?? null, doneOn }),
  derived: ({ reference }, { id }) => ({ id: `${id}:review-step:${reference}` }),
  named: ({ reference }) => `The step ${reference}`,
  checks: [
    fitsIntoId('reference'),
    check<RecordReviewStepInput>('PARTY_MISSING', 'party', ({ kind, party }) => {
      return OF_A_PARTY.includes(kind) && !party && `${kind} is somebody's step. Give the party.`;
    }),
    check<RecordReviewStepInput>('PARTY_NOT_EXPECTED', 'party', ({ kind, party }) => {
      return !OF_A_PARTY.includes(kind) && Boolean(party) && `${kind} has no party. Leave it out.`;
    }),
  ],
  requires: [
    check<RecordReviewStepInput>('SENT_BEFORE_COMPLETED', 'doneOn', async (input, manager) => {
      if (input.kind !== ReviewStepKind.SENT) return null;
      const of = { reviewReference: sameReference('review', input.reviewReference) };
      const final = await manager.findOneBy(ReviewStepRecord, { ...of, kind: ReviewStepKind.FINAL_COMPLETED });
      const isCompleted = final !== null && final.doneOn <= input.doneOn;
      return !isCompleted && 'A review is sent once it is completed. Record the step FINAL_COMPLETED first.';
    }),
  ],
  mayChange: [
    check<ReviewStepRecord>('REVIEW_PUBLISHED', 'reference', async ({ reviewReference }, manager) => {
      const review = await manager.findOneBy(PracticeReviewRecord, { reference: reviewReference });
      const isPublished = Boolean(review?.publishedOn);
      return isPublished && 'The review is published on its steps. Withdraw that first, by withdrawReviewPublication.';
    }),
  ],
  restsOn: [onReview],
  demonstration: 'displaces',
});
