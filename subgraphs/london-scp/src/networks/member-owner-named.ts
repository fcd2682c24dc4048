import type { Naming } from '@hub/subgraph-kit';
import { partnershipNamed } from '../directory/partnership-named';
import { LONDON_SCP } from '../governance/executive/london-scp-resolver';

/** Whose agency is a member: that of a partnership, or the London SCP's own, which is a pan-London agency (LON-10). */
export const memberOwnerNamed: Naming = {
  ...partnershipNamed,
  async find(given, manager) {
    return given === LONDON_SCP.id ? LONDON_SCP.id : partnershipNamed.find(given, manager);
  },
};
