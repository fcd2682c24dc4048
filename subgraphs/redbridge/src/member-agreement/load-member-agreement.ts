import { join } from 'node:path';
import { readYaml } from '@hub/partnership';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { memberAgreementFile } from './member-agreement-file';
import { MemberAgreementRecord } from './member-agreement-record';

/** Brings the agreement into the database, replacing the earlier text whole when it changed. */
export async function loadMemberAgreement(manager: EntityManager, factsFolder: string): Promise<void> {
  const agreement = readYaml(join(factsFolder, 'member-agreement.yaml'), memberAgreementFile);
  await loadOnce(manager, 'member-agreement', agreement, async () => {
    await manager.query('DELETE FROM member_agreement');
    await manager.insert(MemberAgreementRecord, { ...agreement, id: 'redbridge-member-agreement' });
  });
}
