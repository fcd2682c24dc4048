import { DateScalar, DisseminationChannel, LearningDissemination } from '@hub/contract';
import { defineRecord, fitsIntoId } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { onReview, reviewNamed } from './practice-review-record';

/** A dissemination as stored. */
export class LearningDisseminationRecord extends LearningDissemination {
  reference!: string;
  /** Reference of the review. */
  reviewReference!: string;
}

/** What is recorded of a dissemination. */
@InputType({ description: 'That learning from a practice review was spread.' })
export class RecordLearningDisseminationInput {
  @Field(() => String, { description: "The partnership's own reference, as `LCSPR/2026/1-newsletter`." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the review.' })
  reviewReference!: string;

  @Field(() => DisseminationChannel, { description: 'By which way.' })
  channel!: DisseminationChannel;

  @Field(() => String, { nullable: true, description: 'The board, issue or course, where there are several.' })
  to?: string | null;

  @Field(() => DateScalar, { description: 'The day it was spread; not after today.' })
  disseminatedOn!: string;
}

/** How learning was spread, once a reference (RED-04, TRI-23, TRI-29). */
export const learningDissemination = defineRecord({
  row: LearningDisseminationRecord,
  table: 'learning_dissemination',
  stored: { reference: 'text', reviewReference: 'text' },
  order: { disseminatedOn: 'ASC', id: 'ASC' },
  mutation: 'recordLearningDissemination',
  clauses: ['TRI-23', 'TRI-29'],
  description: 'Records that learning from a practice review was spread. Once a reference.',
  input: RecordLearningDisseminationInput,
  about: 'How it was spread.',
  answers: {
    ...{ as: 'dissemination', type: LearningDissemination, what: 'What was recorded' },
    result: 'recording a dissemination',
  },
  names: { reviewReference: reviewNamed },
  by: ['reference'],
  content: ({ reviewReference, channel, to, disseminatedOn }) => ({
    ...{ reviewReference, channel, to: to || null, disseminatedOn },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:dissemination:${reference}` }),
  named: ({ reference }) => `The dissemination ${reference}`,
  checks: [fitsIntoId('reference')],
  restsOn: [onReview],
  demonstration: 'displaces',
});
