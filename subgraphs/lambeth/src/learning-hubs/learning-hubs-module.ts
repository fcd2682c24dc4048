import { RunsLearningHubs } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { learningHubArrangementSchema } from './learning-hub-arrangement-record';
import { learningHubEvidence } from './learning-hub-evidence';
import { learningHub } from './learning-hub-record';
import { learningHubStep } from './learning-hub-step-record';
import { LearningHubSteps1764900003200 } from './learning-hub-steps-migration';
import { LearningHubs1763773200000 } from './learning-hubs-migration';
import { loadLearningHubs } from './load-learning-hubs';
import { LearningHubResolver, RunsLearningHubsResolver } from './runs-learning-hubs-resolver';

/** Lambeth's Learning and Practice Improvement Hubs (LAM-28 to LAM-32). */
export const learningHubsModule: PartnershipModule = ({ factsFolder }) => ({
  capabilities: [RunsLearningHubs],
  resolvers: [RunsLearningHubsResolver, LearningHubResolver],
  records: [learningHub, learningHubStep],
  facts: [learningHubArrangementSchema],
  migrations: [LearningHubs1763773200000, LearningHubSteps1764900003200],
  evidence: learningHubEvidence,
  load: (manager, options) => loadLearningHubs(manager, factsFolder, options),
});
