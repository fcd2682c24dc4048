import type { RequestIdentity } from '@hub/access';
import { problem } from '@hub/subgraph-kit';

/** Holds a chair of a network to the network that their token names as their organisation (LON-35). Others report for any. */
export const reportsForOwnNetwork = {
  codes: ['NETWORK_NOT_YOURS'],
  problem({ networkId }: { networkId: string }, { caller }: RequestIdentity) {
    if (caller?.role !== 'network-chair' || caller.organisation === networkId) return null;
    const remedy = `Give the network that your token names, or leave it to the London SCP Co-ordinator.`;
    return problem('networkId', 'NETWORK_NOT_YOURS', `You may not report for ${JSON.stringify(networkId)}. ${remedy}`);
  },
};
