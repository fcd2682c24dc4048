import type { Agency, NetworkConnection } from '@hub/contract';

interface Partnership {
  partnership: { id: string };
}

/** Finds a partnership's own record of an agency by the two ids that the London SCP keeps. */
export function agencyFinder(
  answers: readonly (Partnership & { agencies: readonly Agency[] })[],
): (partnershipId: string, agencyId: string) => Agency | null {
  const agencies = new Map(
    answers.flatMap(({ partnership, agencies }) =>
      agencies.map((agency) => [`${partnership.id} ${agency.id}`, agency]),
    ),
  );
  return (partnershipId, agencyId) => agencies.get(`${partnershipId} ${agencyId}`) ?? null;
}

/** The bodies that connect to a network, with their partnerships, in the order of the answers. */
export function connectionsTo<Of extends Partnership>(
  networkId: string,
  answers: readonly (Of & {
    networkConnections: readonly Pick<NetworkConnection, 'networkId' | 'connectedOn' | 'isSynthetic' | 'body'>[];
  })[],
) {
  return answers.flatMap(({ partnership, networkConnections }) =>
    networkConnections
      .filter((connection) => connection.networkId === networkId)
      .map(({ connectedOn, isSynthetic, body: { id, name } }) => ({
        ...{ partnership: partnership as Of['partnership'], connectedOn, isSynthetic, body: { bodyId: id, name } },
      })),
  );
}
