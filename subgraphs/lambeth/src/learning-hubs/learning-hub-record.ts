import { LearningHub } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A learning hub as stored. */
export class LearningHubRecord extends LearningHub {}

/** Table `learning_hub`. */
export const learningHubSchema = new EntitySchema<LearningHubRecord>({
  name: 'LearningHub',
  tableName: 'learning_hub',
  target: LearningHubRecord,
  columns: {
    id: { type: 'text', primary: true },
    financialYear: { type: 'text', name: 'financial_year' },
    topic: { type: 'text' },
    startedOn: { type: 'date', name: 'started_on' },
    changeMakers: { type: 'text', name: 'change_makers', array: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
