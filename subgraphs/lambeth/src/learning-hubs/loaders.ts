import { groupedBy, wholeTable } from '@hub/subgraph-kit';
import { LearningHubArrangementRecord } from './learning-hub-arrangement-record';
import { learningHubSchema, LearningHubRecord } from './learning-hub-record';

/** The arrangement, in a list of none or one. */
export const learningHubArrangement = wholeTable(LearningHubArrangementRecord);

/** Hubs by financial year, in the order in which they began. */
export const learningHubsOfYear = groupedBy(
  { row: LearningHubRecord, schema: learningHubSchema, order: { startedOn: 'ASC', id: 'ASC' } },
  'financialYear',
);
