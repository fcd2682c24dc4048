import { DeclaresProvision } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import {
  DeclaresProvisionResolver,
  EducationProvisionResolver,
  ResidentialHomesResolver,
} from './declares-provision-resolver';
import { educationProvisionSchema } from './education-provision-record';
import { loadProvision } from './load-provision';
import { Provision1763773200000 } from './provision-migration';
import { residentialHomesSchema } from './residential-homes-record';

/** The tables of education providers (TRI-46) and residential homes (TRI-49) in the founding document. */
export const provisionModule: PartnershipModule = ({ factsFolder }) => ({
  capabilities: [DeclaresProvision],
  resolvers: [DeclaresProvisionResolver, EducationProvisionResolver, ResidentialHomesResolver],
  facts: [educationProvisionSchema, residentialHomesSchema],
  migrations: [Provision1763773200000],
  load: (manager) => loadProvision(manager, factsFolder),
});
