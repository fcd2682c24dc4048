import { HasLocalGroups } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { HasLocalGroupsResolver } from './has-local-groups-resolver';

/** The three local groups, one a local authority (TRI-38). They are bodies like others, so nothing more is stored. */
export const localGroupsModule: PartnershipModule = () => ({
  capabilities: [HasLocalGroups],
  resolvers: [HasLocalGroupsResolver],
});
