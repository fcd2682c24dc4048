import { DateScalar, PracticeReview } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { mayBePublished } from './may-be-published';
import { practiceReview, PracticeReviewRecord, reviewNamed } from './practice-review-record';

/** What is recorded of a publication. */
@InputType({ description: 'That a practice review was published.' })
export class PublishPracticeReviewInput {
  @Field(() => String, { description: 'Reference of the review.' })
  reference!: string;

  @Field(() => DateScalar, { description: 'The day it was published; not after today.' })
  publishedOn!: string;
}

/** Publications of practice reviews, once a review (LAM-23, TRI-28). */
export const reviewPublication = defineRecord({
  row: PracticeReviewRecord,
  table: 'practice_review',
  name: 'ReviewPublication',
  partOf: { of: practiceReview, open: { publishedOn: null } },
  order: { publishedOn: 'DESC' },
  mutation: 'publishPracticeReview',
  description:
    'Records that a practice review was published: refused before its anonymity was signed off, and before its copies ' +
    'went out in time.',
  input: PublishPracticeReviewInput,
  about: 'The publication.',
  answers: { as: 'review', type: PracticeReview, what: 'The review', result: 'publishing a practice review' },
  names: { reference: reviewNamed },
  by: ['reference'],
  content: ({ publishedOn }) => ({ publishedOn }),
  named: ({ reference }) => `The publication of ${reference}`,
  taken: { field: 'publishedOn', code: 'ALREADY_PUBLISHED' },
  checks: [
    check<PublishPracticeReviewInput>('BEFORE_START', 'publishedOn', async ({ reference, publishedOn }, manager) => {
      const review = await manager.findOneBy(PracticeReviewRecord, { reference });
      return review !== null && publishedOn < review.initiatedOn && 'The review had not begun. Correct the day.';
    }),
  ],
  requires: [mayBePublished],
  demonstration: 'follows',
});
