import { join } from 'node:path';
import { readYaml } from '@hub/partnership';
import { demonstrates, loadDemonstration, loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { demonstrationLearningHubs, demonstrationLearningHubSteps } from './demonstration-learning-hubs';
import { learningHubArrangementFile } from './learning-hub-arrangement-file';
import { LearningHubArrangementRecord } from './learning-hub-arrangement-record';
import { LearningHubRecord } from './learning-hub-record';
import { LearningHubStepRecord } from './learning-hub-step-record';

/** Brings the arrangement into the database, and demonstration hubs in or out. Hubs of Lambeth's own are never touched. */
export async function loadLearningHubs(
  manager: EntityManager,
  factsFolder: string,
  { demo }: { demo: boolean },
): Promise<void> {
  const arrangement = readYaml(join(factsFolder, 'learning-hub-arrangement.yaml'), learningHubArrangementFile);
  await loadOnce(manager, 'learning-hub-arrangement', arrangement, async () => {
    const { auditor, ...facts } = arrangement;
    await manager.query('DELETE FROM learning_hub_arrangement');
    await manager.insert(LearningHubArrangementRecord, {
      ...facts,
      id: 'lambeth-learning-hub-arrangement',
      isAuditorIndependent: auditor.independent,
      auditorCostMetBy: auditor.costMetBy,
    });
  });

  const hubs = demonstrationLearningHubs(arrangement);
  await loadDemonstration(manager, 'learning hubs', { demo }, [
    demonstrates(LearningHubRecord, () => hubs),
    demonstrates(LearningHubStepRecord, () => demonstrationLearningHubSteps(hubs)),
  ]);
}
