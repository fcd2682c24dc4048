import { type Agency, agencyIdOf, type NetworkConnection } from '@hub/contract';
import { agencies } from '@hub/partnership';
import { reduceOver, type Answered } from '../directory/reduce-over';
import { LONDON_SCP } from '../governance/executive/london-scp-resolver';
import { membersOfNetwork } from './network-loaders';
import type { NetworkLocalBodies } from './network-local-bodies';
import { NetworkMember } from './network-member';
import type { NetworkMembers } from './network-members';
import { agencyFinder, connectionsTo } from './reduce-network';

/** The members of a network, with what partnerships say of their agencies. A member stands also without. */
export const networkMembers = reduceOver(
  'respondents',
  'HasAgencies',
  'agencies { id name sector }',
  async (
    { answers, coverage }: Answered<{ agencies: Agency[] }>,
    context,
    networkId: string,
  ): Promise<NetworkMembers> => {
    const members = await membersOfNetwork(context).load(networkId);
    const hasOwn = members.some(({ partnershipId }) => partnershipId === LONDON_SCP.id);
    const own = hasOwn ? await agencies(context) : [];
    const panLondon = { partnership: { id: LONDON_SCP.id }, agencies: own.map(withGlobalId) };
    const agencyOf = agencyFinder([...answers, panLondon]);
    const items = members.map((member) =>
      Object.assign(new NetworkMember(), member, { agency: agencyOf(member.partnershipId, member.agencyId) }),
    );
    return { coverage, items };
  },
);

/** One of the London SCP's own agencies as it is answered. */
const withGlobalId = ({ id, name, sector }: Agency): Agency => ({ id: agencyIdOf(LONDON_SCP.id, id), name, sector });

/** What partnerships say of the bodies that they connect to a network. */
export const networkLocalBodies = reduceOver(
  'respondents',
  'ConnectsToNetworks',
  'networkConnections { networkId connectedOn isSynthetic body { id name } }',
  (
    { answers, coverage }: Answered<{ networkConnections: NetworkConnection[] }>,
    _context,
    networkId: string,
  ): NetworkLocalBodies => {
    const connections = connectionsTo(networkId, answers);
    const connected = new Set(connections.map(({ partnership }) => partnership.id));
    const without = answers.filter(({ partnership }) => !connected.has(partnership.id));
    return { coverage, connections, partnershipsWithout: without.map(({ partnership }) => partnership) };
  },
);
