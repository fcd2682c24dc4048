import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readYaml } from '../facts/read-yaml';
import { assuranceArrangementFile } from './assurance-arrangement-file';
import { AssuranceArrangementRecord } from './assurance-arrangement-record';

/** Brings the route of escalation and the duties of scrutiny into the database; a folder without the file says nothing. */
export async function loadAssuranceArrangement(manager: EntityManager, id: string, factsFolder: string): Promise<void> {
  const file = join(factsFolder, 'assurance-arrangement.yaml');
  const arrangement = existsSync(file) ? readYaml(file, assuranceArrangementFile) : null;
  await loadOnce(manager, 'assurance arrangement', arrangement, async () => {
    await manager.query('DELETE FROM assurance_arrangement');
    if (arrangement === null) return;
    await manager.insert(AssuranceArrangementRecord, { id: `${id}-assurance-arrangement`, ...arrangement });
  });
}
