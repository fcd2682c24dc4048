import { DateScalar, Recommendation, RecommendationResponse } from '@hub/contract';
import { check, defineRecord, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { recommendation, recommendationNamed, RecommendationRecord } from './recommendation-record';

/** What is recorded of an answer. */
@InputType({ description: 'What an agency answered to a recommendation.' })
export class RespondToRecommendationInput {
  @Field(() => String, { description: 'Reference of the recommendation.' })
  reference!: string;

  @Field(() => RecommendationResponse, { description: 'What it answered.' })
  response!: RecommendationResponse;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in 500 characters that name nobody; needed unless all of it is accepted.',
  })
  because?: string | null;

  @Field(() => DateScalar, { description: 'The day of the answer; not after today.' })
  respondedOn!: string;
}

/** Answers to recommendations, once a recommendation (RED-10). */
export const recommendationResponse = defineRecord({
  row: RecommendationRecord,
  table: 'recommendation',
  name: 'RecommendationAnswer',
  partOf: { of: recommendation, open: { response: null, because: null, respondedOn: null } },
  order: { respondedOn: 'DESC' },
  mutation: 'respondToRecommendation',
  clauses: ['RED-10'],
  description: 'Records what an agency answered to a recommendation: it may accept it, or not, and then says why.',
  input: RespondToRecommendationInput,
  about: 'The answer.',
  answers: {
    ...{ as: 'recommendation', type: Recommendation, what: 'The recommendation' },
    result: 'answering a recommendation',
  },
  names: { reference: recommendationNamed },
  by: ['reference'],
  content: ({ response, because, respondedOn }) => ({ response, because: because || null, respondedOn }),
  named: ({ reference }) => `The answer to ${reference}`,
  taken: { field: 'response', code: 'ALREADY_ANSWERED' },
  checks: [
    prose('because', 500),
    check<RespondToRecommendationInput>('BECAUSE_MISSING', 'because', ({ response, because }) => {
      return (
        response !== RecommendationResponse.ACCEPTED && !because && `${response} needs a reason. Say because of what.`
      );
    }),
    check<RespondToRecommendationInput>('BEFORE_RECOMMENDATION', 'respondedOn', async (input, manager) => {
      const made = await manager.findOneBy(RecommendationRecord, { reference: input.reference });
      return made !== null && input.respondedOn < made.madeOn && 'It was not made by then. Correct the day.';
    }),
  ],
  demonstration: 'follows',
});
