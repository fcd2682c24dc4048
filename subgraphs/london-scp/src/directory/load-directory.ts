import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readLocalAuthorities, readPartnerships } from './directory-files';
import { AssertionRecord, CoverageRecord, LocalAuthorityRecord, PartnershipRecord } from './directory-records';

/** Brings the directory into the database, replacing it whole when its files changed. */
export async function loadDirectory(manager: EntityManager): Promise<void> {
  const authorities = readLocalAuthorities();
  const partnerships = readPartnerships();
  await loadOnce(manager, 'directory', { authorities, partnerships }, async () => {
    for (const table of ['partnership_assertion', 'partnership_coverage', 'partnership', 'local_authority']) {
      await manager.query(`DELETE FROM ${table}`);
    }
    await manager.insert(LocalAuthorityRecord, authorities);
    await manager.insert(
      PartnershipRecord,
      partnerships.map(({ id, name, typeName }, position) => ({ id, name, typeName, position })),
    );
    await manager.insert(
      CoverageRecord,
      partnerships.flatMap(({ id, coverage }) =>
        coverage.map(({ localAuthority, ...rest }) => ({
          ...rest,
          partnershipId: id,
          localAuthorityCode: localAuthority,
        })),
      ),
    );
    await manager.insert(
      AssertionRecord,
      partnerships.flatMap(({ id, assertions }) =>
        assertions.map(({ sourceKind, ...assertion }, position) => ({
          ...assertion,
          sourceKind: sourceKind as AssertionRecord['sourceKind'],
          partnershipId: id,
          position,
        })),
      ),
    );
  });
}
