import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { ThresholdRequirementRecord } from './threshold-requirement-record';

/** Brings what the founding document asks of the threshold document into the database. */
export async function loadThresholdRequirement(
  manager: EntityManager,
  partnershipId: string,
  { thresholdDocument }: Facts,
): Promise<void> {
  await loadOnce(manager, 'threshold requirement', thresholdDocument, async () => {
    await manager.query('DELETE FROM threshold_requirement');
    if (thresholdDocument === null) return;
    await manager.insert(ThresholdRequirementRecord, {
      id: `${partnershipId}-threshold-document`,
      ...thresholdDocument,
    });
  });
}
