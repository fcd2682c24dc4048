import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readYaml } from '../facts/read-yaml';
import { learningArrangementFile } from './learning-arrangement-file';
import { LearningArrangementRecord } from './learning-arrangement-record';

/** Brings what the document says of incidents and reviews into the database; a folder without the file says nothing. */
export async function loadLearningArrangement(manager: EntityManager, id: string, factsFolder: string): Promise<void> {
  const file = join(factsFolder, 'learning-arrangement.yaml');
  const arrangement = existsSync(file) ? readYaml(file, learningArrangementFile) : null;
  await loadOnce(manager, 'learning arrangement', arrangement, async () => {
    await manager.query('DELETE FROM learning_arrangement');
    if (arrangement === null) return;
    await manager.insert(LearningArrangementRecord, { id: `${id}-learning-arrangement`, ...arrangement });
  });
}
