import { DateScalar, PriorityProgress, PriorityReview } from '@hub/contract';
import { defineRecord, prose } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { priorityNamed } from './priority-named';
import { SetPriorityRecord } from './set-priority-record';

/** A review of a priority as stored. */
export class PriorityReviewRecord extends PriorityReview {
  priorityId!: string;
}

/** What is recorded of a review. */
@InputType({ description: 'A review of a priority.' })
export class ReviewPriorityInput {
  @Field(() => ID, { description: 'Id of the priority.' })
  priorityId!: string;

  @Field(() => DateScalar, { description: 'The day of the review; not after today. Once a day.' })
  reviewedOn!: string;

  @Field(() => PriorityProgress, { description: 'What it found.' })
  progress!: PriorityProgress;

  @Field(() => String, { description: 'By what evidence, in up to 500 characters by which nobody is recognised.' })
  evidence!: string;
}

/** Reviews of priorities, once a day (TRI-15). */
export const priorityReview = defineRecord({
  row: PriorityReviewRecord,
  table: 'priority_review',
  stored: { priorityId: 'text' },
  order: { reviewedOn: 'DESC', id: 'DESC' },
  mutation: 'reviewPriority',
  clauses: ['TRI-15'],
  description: 'Records that a priority was reviewed, and what the review found (TRI-15). Once a day.',
  input: ReviewPriorityInput,
  about: 'The review.',
  answers: { as: 'review', type: PriorityReview, what: 'The review', result: 'recording a review' },
  names: { priorityId: priorityNamed },
  by: ['priorityId', 'reviewedOn'],
  key: ({ priorityId, reviewedOn }) => ({ priorityId, reviewedOn }),
  content: ({ progress, evidence }) => ({ progress, evidence }),
  derived: ({ priorityId, reviewedOn }) => ({ id: `${priorityId}:review:${reviewedOn}` }),
  named: ({ priorityId, reviewedOn }) => `The review of ${priorityId} on ${reviewedOn}`,
  checks: [prose('evidence', 500)],
  restsOn: [{ on: SetPriorityRecord, where: ({ id }: SetPriorityRecord) => ({ priorityId: id }) }],
  demonstration: 'displaces',
});
