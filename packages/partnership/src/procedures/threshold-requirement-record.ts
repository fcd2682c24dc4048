import { EntitySchema } from 'typeorm';

/** What the terms of reference ask of the threshold document, and of its review: one row or none. */
export class ThresholdRequirementRecord {
  /** Id of the partnership's document before any is recorded. */
  id!: string;
  title!: string;
  reviewEveryMonths!: number | null;
  sources!: string[];
}

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
