import { DateScalar, ThresholdDocument } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { isEdition } from './checks';
import { currentThresholdDocument } from './current-threshold-document';
import { ThresholdRequirementRecord } from './threshold-requirement-record';

/** A threshold document as stored. What the terms of reference ask of it stands in its requirement, once for all. */
export class ThresholdDocumentRecord extends ThresholdDocument {
  /** Id of the edition that it is aligned with, where known. */
  editionId!: string | null;
}

/** What is recorded of a threshold document. */
@InputType({ description: 'A threshold document, newly published or newly reviewed.' })
export class RecordThresholdDocumentInput {
  @Field(() => String, { description: "The partnership's own reference of this version, as `2026`." })
  reference!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the edition of shared procedures that it is aligned with.' })
  alignedWithEditionId?: string | null;

  @Field(() => DateScalar, { description: 'The day it was published; not after today.' })
  publishedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was last reviewed, from publication to today.' })
  reviewedOn?: string | null;
}

/** Threshold documents, once a reference. */
export const thresholdDocument = defineRecord({
  row: ThresholdDocumentRecord,
  table: 'threshold_document',
  stored: { editionId: { type: 'text', nullable: true }, reviewEveryMonths: null, reviewDue: null, sources: null },
  order: { id: 'ASC' },
  mutation: 'recordThresholdDocument',
  clauses: ['RED-04', 'TRI-50'],
  description: 'Records a threshold document that the partnership published or reviewed. Once a reference.',
  input: RecordThresholdDocumentInput,
  about: 'The document.',
  answers: {
    ...{ as: 'thresholdDocument', type: ThresholdDocument },
    ...{ what: 'The document', result: 'recording a threshold document' },
  },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-threshold-document:${reference}` }),
  content: ({ title, alignedWithEditionId, publishedOn, reviewedOn }) => ({
    ...{ title, editionId: alignedWithEditionId ?? null },
    ...{ publishedOn, reviewedOn: reviewedOn ?? null },
  }),
  named: ({ reference }) => `The threshold document "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    notBlank('title'),
    isEdition('alignedWithEditionId'),
    check<RecordThresholdDocumentInput>('DATES_OUT_OF_ORDER', 'reviewedOn', ({ publishedOn, reviewedOn }) => {
      const isBefore = typeof reviewedOn === 'string' && reviewedOn < publishedOn;
      return (
        isBefore && `A review on ${reviewedOn} lies before publication on ${publishedOn}. Correct one of the two days.`
      );
    }),
  ],
  demonstration: 'displaces',
  async answer(document, manager) {
    const [requirement] = await manager.find(ThresholdRequirementRecord);
    return currentThresholdDocument([document], requirement ?? null);
  },
});
