import { DateScalar, LearningTheme, Recommendation, RecommendationSource } from '@hub/contract';
import { check, defineRecord, fitsIntoId, ownReference, prose, sameReference } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { agencyNamed, withOwnAgency } from '../governance/agency-record';
import { PracticeReviewRecord } from './practice-review-record';
import { RapidReviewRecord } from './rapid-review-record';

/** A recommendation as stored. */
export class RecommendationRecord extends Recommendation {
  /** Id of the agency within the partnership. */
  agencyId!: string;
}

/** What is recorded of a recommendation. */
@InputType({ description: 'A recommendation to an agency of the partnership.' })
export class RecordRecommendationInput {
  @Field(() => String, { description: "The partnership's own reference, as `REC/2026/4`." })
  reference!: string;

  @Field(() => RecommendationSource, { description: 'What made it.' })
  source!: RecommendationSource;

  @Field(() => String, { nullable: true, description: 'Reference of the review, audit or hub that made it.' })
  sourceReference?: string | null;

  @Field(() => LearningTheme, { description: 'What it is about.' })
  theme!: LearningTheme;

  @Field(() => ID, { description: 'The agency that it is made to: its `Agency.id`, or the last part of it.' })
  agencyId!: string;

  @Field(() => String, { description: 'What is recommended, in 500 characters that name nobody.' })
  recommendation!: string;

  @Field(() => DateScalar, { description: 'The day it was made; not after today.' })
  madeOn!: string;
}

/** Reviews that are recorded by the same subject. */
const ROW_OF = new Map<RecommendationSource, new () => { reference: string }>([
  [RecommendationSource.PRACTICE_REVIEW, PracticeReviewRecord],
  [RecommendationSource.RAPID_REVIEW, RapidReviewRecord],
]);

/** Recommendations, once a reference. */
export const recommendation = defineRecord({
  row: RecommendationRecord,
  table: 'recommendation',
  stored: { agencyId: 'text' },
  order: { madeOn: 'DESC', id: 'DESC' },
  mutation: 'recordRecommendation',
  clauses: ['RED-10'],
  description: 'Records a recommendation to an agency of the partnership. Once a reference.',
  input: RecordRecommendationInput,
  about: 'The recommendation.',
  answers: {
    ...{ as: 'recommendation', type: Recommendation, what: 'The recommendation' },
    result: 'recording a recommendation',
  },
  read: withOwnAgency,
  names: { agencyId: agencyNamed },
  by: ['reference'],
  content: ({ source, sourceReference, theme, agencyId, recommendation: text, madeOn }) => ({
    ...{ source, sourceReference: sourceReference || null, theme, agencyId, recommendation: text, madeOn },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:recommendation:${reference}` }),
  named: ({ reference }) => `The recommendation ${reference}`,
  checks: [
    fitsIntoId('reference'),
    prose('recommendation', 500),
    check<RecordRecommendationInput>('SOURCE_UNKNOWN', 'sourceReference', async (input, manager) => {
      const row = ROW_OF.get(input.source);
      if (!row || !input.sourceReference) return null;
      const isKnown = await manager.existsBy(row, { reference: sameReference('source', input.sourceReference) });
      return !isKnown && `No ${input.source} ${JSON.stringify(input.sourceReference)} is recorded. Record it first.`;
    }),
  ],
  demonstration: 'displaces',
});

/** A recommendation that an input names. */
export const recommendationNamed = ownReference(
  recommendation,
  'RECOMMENDATION_UNKNOWN',
  'Record the recommendation by recordRecommendation',
);
