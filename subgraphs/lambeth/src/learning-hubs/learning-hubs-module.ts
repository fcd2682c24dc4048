import { RunsLearningHubs } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { learningHubArrangementSchema } from './learning-hub-arrangement-record';
import { learningHubSchema } from './learning-hub-record';
import { LearningHubs1763773200000 } from './learning-hubs-migration';
import { loadLearningHubs } from './load-learning-hubs';
import { RunsLearningHubsResolver } from './runs-learning-hubs-resolver';

/** Lambeth's Learning and Practice Improvement Hubs (LAM-28 to LAM-32). */
export const learningHubsModule: PartnershipModule = ({ factsFolder }) => ({
  capabilities: [RunsLearningHubs],
  resolvers: [RunsLearningHubsResolver],
  entities: [learningHubSchema],
  facts: [learningHubArrangementSchema],
  migrations: [LearningHubs1763773200000],
  load: (manager, options) => loadLearningHubs(manager, factsFolder, options),
});
