import { LearningArrangement } from '@hub/contract';
import { recordSchema } from '@hub/subgraph-kit';

/** How a document has its partnership learn, as stored: a table of none or one. */
export class LearningArrangementRecord extends LearningArrangement {}

/** Table `learning_arrangement`. */
export const learningArrangementSchema = recordSchema(LearningArrangementRecord, 'learning_arrangement');
