import { defineGroupLoader, wholeTable } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { LearningHubArrangementRecord } from './learning-hub-arrangement-record';
import { LearningHubRecord } from './learning-hub-record';

/** The arrangement, in a list of none or one. */
export const learningHubArrangement = wholeTable(LearningHubArrangementRecord);

/** Hubs by financial year, in the order in which they began. */
export const learningHubsOfYear = defineGroupLoader<string, LearningHubRecord>(
  (years, context) =>
    context.dataSource.getRepository(LearningHubRecord).find({
      where: { financialYear: In([...years]) },
      order: { startedOn: 'ASC', id: 'ASC' },
    }),
  (hub) => hub.financialYear,
);
