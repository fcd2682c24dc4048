import type { SubgraphModule } from '@hub/subgraph-kit';
import { ExecutiveDecisionRecord } from '../governance/decisions/decision-records';
import { loadNetworks } from './load-networks';
import { NetworkMutations } from './mutations/network-mutations';
import { networks as allNetworks } from './network-loaders';
import { networkMeeting } from './network-meeting-record';
import { Networks1763769600002 } from './network-migration';
import { NetworkRecord, networkSchemas } from './network-records';
import { networkReport } from './network-report-record';
import {
  NetworkLocalBodyResolver,
  NetworkMemberResolver,
  NetworkReductionResolver,
} from './network-reduction-resolver';
import { NetworkChairResolver, NetworkResolver } from './network-resolver';
import { NetworkRespondent } from './network-respondent';
import { NetworkSupport1763769600101 } from './network-support-migration';

/** The networks the London SCP supports (LON-34, LON-35). */
export const networks: SubgraphModule = {
  capabilities: [NetworkRespondent],
  resolvers: [
    NetworkResolver,
    NetworkReductionResolver,
    NetworkChairResolver,
    NetworkMemberResolver,
    NetworkLocalBodyResolver,
    NetworkMutations,
  ],
  references: [
    {
      typeName: 'Network',
      async resolve({ id, respondents }, context) {
        const network = (await allNetworks(context)).find((other) => other.id === id);
        // A copy: the loaded row is shared by every representation of the request.
        return network ? Object.assign(Object.create(Object.getPrototypeOf(network)), network, { respondents }) : null;
      },
    },
  ],
  records: [networkMeeting, networkReport],
  restings: [
    {
      ...{ row: NetworkRecord, on: ExecutiveDecisionRecord },
      where: ({ id }: ExecutiveDecisionRecord) => ({ decisionId: id }),
      first: 'A network keeps the decision that carries it: record another decision beside it.',
    },
  ],
  entities: networkSchemas,
  migrations: [Networks1763769600002, NetworkSupport1763769600101],
  load: loadNetworks,
};
