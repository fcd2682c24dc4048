import { join } from 'node:path';
import { readYaml } from '@hub/partnership';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { EducationProvisionRecord } from './education-provision-record';
import { educationProvisionFile, residentialHomesFile } from './provision-files';
import { ResidentialHomesRecord } from './residential-homes-record';

/** Brings both tables of the founding document into the database, replacing the earlier ones whole when they changed. */
export async function loadProvision(manager: EntityManager, factsFolder: string): Promise<void> {
  const provision = {
    education: readYaml(join(factsFolder, 'education-provision.yaml'), educationProvisionFile),
    homes: readYaml(join(factsFolder, 'residential-homes.yaml'), residentialHomesFile),
  };
  await loadOnce(manager, 'provision', provision, async () => {
    for (const table of ['education_provision', 'residential_homes']) {
      await manager.query(`DELETE FROM ${table}`);
    }
    await manager.insert(EducationProvisionRecord, provision.education.map(toRow));
    await manager.insert(ResidentialHomesRecord, provision.homes.map(toRow));
  });
}

function toRow<Fact extends { localAuthority: string }>({ localAuthority, ...fact }: Fact, position: number) {
  return { ...fact, localAuthorityCode: localAuthority, position };
}
