import { ObligationRecordKind } from '@hub/contract';
import { documentReaders, type RecordReaders } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { networks, reportsOfNetwork } from '../networks/network-loaders';

/** The records by which the London SCP's obligations are judged. */
export const londonReaders = {
  ...documentReaders,
  async [ObligationRecordKind.NETWORK](context) {
    const invited = (await networks(context)).map(async ({ id, supportedFrom, endedOn, isSynthetic }) => {
      if (supportedFrom === null) return [];
      const kind = ObligationRecordKind.NETWORK;
      return [
        {
          kind,
          record: id,
          doneOn: supportedFrom,
          isSynthetic,
          endedOn,
          invitations: await invitationsOf(id, context),
        },
      ];
    });
    return (await Promise.all(invited)).flat();
  },
} satisfies RecordReaders;

async function invitationsOf(networkId: string, context: SubgraphContext) {
  const kind = ObligationRecordKind.NETWORK_INVITATION;
  return (await reportsOfNetwork(context).load(networkId)).map(({ invitedOn, isSynthetic }) => ({
    ...{ kind, record: `${networkId}:${invitedOn}`, doneOn: invitedOn, isSynthetic },
  }));
}
