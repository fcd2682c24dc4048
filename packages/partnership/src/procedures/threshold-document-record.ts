import { ThresholdDocument } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A threshold document as stored. What the terms of reference ask of it stands in its requirement, once for all. */
export class ThresholdDocumentRecord extends ThresholdDocument {
  /** Id of the edition that it is aligned with, where known. */
  editionId!: string | null;
}

/** What the terms of reference ask of the threshold document, and of its review: one row or none. */
export class ThresholdRequirementRecord {
  /** Id of the partnership's document before any is recorded. */
  id!: string;
  title!: string;
  reviewEveryMonths!: number | null;
  sources!: string[];
}

/** Table `threshold_document`. */
export const thresholdDocumentSchema = new EntitySchema<ThresholdDocumentRecord>({
  name: 'ThresholdDocument',
  tableName: 'threshold_document',
  target: ThresholdDocumentRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    editionId: { type: 'text', name: 'edition_id', nullable: true },
    publishedOn: { type: 'text', name: 'published_on', nullable: true },
    reviewedOn: { type: 'text', name: 'reviewed_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});

/** Table `threshold_requirement`. */
export const thresholdRequirementSchema = new EntitySchema<ThresholdRequirementRecord>({
  name: 'ThresholdRequirement',
  tableName: 'threshold_requirement',
  target: ThresholdRequirementRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    reviewEveryMonths: { type: 'integer', name: 'review_every_months', nullable: true },
    sources: { type: 'text', array: true },
  },
});
