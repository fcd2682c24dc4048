import { LearningHubArrangement } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** The arrangement as stored. Its purposes belong to it alone and are kept within its row. */
export class LearningHubArrangementRecord extends LearningHubArrangement {}

/** Table `learning_hub_arrangement`. */
export const learningHubArrangementSchema = new EntitySchema<LearningHubArrangementRecord>({
  name: 'LearningHubArrangement',
  tableName: 'learning_hub_arrangement',
  target: LearningHubArrangementRecord,
  columns: {
    id: { type: 'text', primary: true },
    hubsPerYear: { type: 'integer', name: 'hubs_per_year' },
    changeMakersPerHub: { type: 'integer', name: 'change_makers_per_hub' },
    isAuditorIndependent: { type: 'boolean', name: 'is_auditor_independent' },
    auditorCostMetBy: { type: 'text', name: 'auditor_cost_met_by' },
    evaluatedBy: { type: 'text', name: 'evaluated_by' },
    purposes: { type: 'jsonb' },
    sources: { type: 'text', array: true },
  },
});
