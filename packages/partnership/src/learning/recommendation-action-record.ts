import { DateScalar, RecommendationAction } from '@hub/contract';
import { defineRecord, fitsIntoId, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { recommendationNamed, RecommendationRecord } from './recommendation-record';

/** An action as stored. */
export class RecommendationActionRecord extends RecommendationAction {
  reference!: string;
  /** Reference of the recommendation. */
  recommendationReference!: string;
}

/** What is recorded of an action. */
@InputType({ description: 'What is done because of a recommendation.' })
export class RecordRecommendationActionInput {
  @Field(() => String, { description: "The partnership's own reference, as `REC/2026/4-a`." })
  reference!: string;

  @Field(() => String, { description: 'Reference of the recommendation.' })
  recommendationReference!: string;

  @Field(() => String, { description: 'What is to be done, in 500 characters that name nobody.' })
  action!: string;

  @Field(() => DateScalar, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was done; left out before, and then given with the same again.',
  })
  doneOn?: string | null;
}

/** Actions that follow from recommendations, once a reference (LAM-26, TRI-26). */
export const recommendationAction = defineRecord({
  row: RecommendationActionRecord,
  table: 'recommendation_action',
  stored: { reference: 'text', recommendationReference: 'text' },
  order: { dueOn: 'ASC', id: 'ASC' },
  mutation: 'recordRecommendationAction',
  clauses: ['LAM-26', 'TRI-26'],
  description: 'Records what is to be done because of a recommendation, and that it was done. Once a reference.',
  input: RecordRecommendationActionInput,
  about: 'The action.',
  answers: { as: 'action', type: RecommendationAction, what: 'The action', result: 'recording an action' },
  names: { recommendationReference: recommendationNamed },
  by: ['reference'],
  content: ({ recommendationReference, action, dueOn, doneOn }) => ({
    ...{ recommendationReference, action, dueOn, doneOn: doneOn ?? null },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:action:${reference}` }),
  filledLater: ['doneOn'],
  named: ({ reference }) => `The action ${reference}`,
  checks: [fitsIntoId('reference'), prose('action', 500)],
  ahead: ['dueOn'],
  restsOn: [
    {
      on: RecommendationRecord,
      where: ({ reference }: RecommendationRecord) => ({ recommendationReference: reference }),
    },
  ],
  demonstration: 'displaces',
});
