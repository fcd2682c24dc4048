import { ObligationRecordKind, plusDays } from '@hub/contract';

import type { EvidenceReaders, SubgraphContext } from '@hub/subgraph-kit';
import { networks, reportsOfNetwork } from './network-loaders';

const { NETWORK: kind, NETWORK_INVITATION } = ObligationRecordKind;

/** The networks that are or were supported, with the invitations of their chairs. */
export const networkEvidence: EvidenceReaders = {
  async [kind](context) {
    const supported = (await networks(context)).filter(({ supportedFrom }) => supportedFrom !== null);
    return Promise.all(
      supported.map(async ({ id, supportedFrom, endedOn, isSynthetic }) => ({
        ...{ kind, record: id, doneOn: supportedFrom, isSynthetic, bodyId: null, of: null, dueOn: null },
        // On the day on which support ended nothing is owed any more.
        endsOn: endedOn === null ? null : plusDays(endedOn, -1),
        parts: await invitationsOf(id, context),
      })),
    );
  },
};

async function invitationsOf(networkId: string, context: SubgraphContext) {
  return (await reportsOfNetwork(context).load(networkId)).map(({ invitedOn, isSynthetic }) => {
    const shown = { kind: NETWORK_INVITATION, record: `${networkId}:${invitedOn}`, doneOn: invitedOn, isSynthetic };
    return { name: 'INVITATION', doneOn: invitedOn, shown };
  });
}
