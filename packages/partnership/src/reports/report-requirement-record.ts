import { ReportRequirement } from '@hub/contract';
import { recordSchema } from '@hub/subgraph-kit';

/** What the terms of reference ask of reports of one kind, as stored. */
export class ReportRequirementRecord extends ReportRequirement {
  /** Place in the facts, from 0. */
  position!: number;
}

export const reportRequirementSchema = recordSchema(ReportRequirementRecord, 'report_requirement', {
  ...{ kind: { type: 'text', primary: true }, sections: 'jsonb', recipients: 'jsonb', position: 'integer' },
});
