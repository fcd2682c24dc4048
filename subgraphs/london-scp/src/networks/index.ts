import type { SubgraphModule } from '@hub/subgraph-kit';
import { IsNull, Not } from 'typeorm';
import { withAnswers } from '../directory/reduce-over';
import { ExecutiveDecisionRecord } from '../governance/decisions/decision-records';
import { SignOffRecord } from '../governance/decisions/sign-off-record';
import { loadNetworks } from './load-networks';
import { NetworkMutations } from './mutations/network-mutations';
import { NetworkAgencyIds1764371200000 } from './network-agency-ids-migration';
import { ConnectsToNetworks, HasAgencies } from './network-capabilities';
import { networkEvidence } from './network-evidence';
import { networks as allNetworks } from './network-loaders';
import { networkMeeting } from './network-meeting-record';
import { Networks1763769600002 } from './network-migration';
import { networkMemberSchema, NetworkRecord, networkSchema } from './network-records';
import { NetworkMemberResolver, NetworkReductionResolver } from './network-reduction-resolver';
import { networkReport } from './network-report-record';
import { networkReportResult } from './network-report-result-record';
import { NetworkChairResolver, NetworkResolver } from './network-resolver';
import { NetworkSupport1763769600101 } from './network-support-migration';
import { PanLondonMembers1764900002010 } from './pan-london-members-migration';

/** The networks the London SCP supports (LON-34, LON-35). */
export const networks: SubgraphModule = {
  clauses: { 'LON-10': 'networks', 'LON-34': 'networks' },
  capabilities: [HasAgencies, ConnectsToNetworks],
  resolvers: [NetworkResolver, NetworkReductionResolver, NetworkChairResolver, NetworkMemberResolver, NetworkMutations],
  references: [
    {
      typeName: 'Network',
      async resolve(reference, context) {
        const network = (await allNetworks(context)).find(({ id }) => id === reference['id']);
        return withAnswers(network, reference, 'respondents');
      },
    },
  ],
  evidence: networkEvidence,
  records: [networkMeeting, networkReport, networkReportResult],
  restings: [
    {
      ...{ row: NetworkRecord, on: ExecutiveDecisionRecord },
      where: ({ id }: ExecutiveDecisionRecord) => ({ decisionId: id }),
      first: 'A network keeps the decision that carries it: record another decision beside it.',
    },
    {
      ...{ row: NetworkRecord, on: SignOffRecord },
      where: ({ decisionId }: SignOffRecord) => ({ decisionId, supportedFrom: Not(IsNull()) }),
      first: 'A network that is supported keeps the sign-offs of its decision: record another decision beside it.',
    },
  ],
  entities: [networkSchema, networkMemberSchema],
  migrations: [
    Networks1763769600002,
    NetworkSupport1763769600101,
    NetworkAgencyIds1764371200000,
    PanLondonMembers1764900002010,
  ],
  load: loadNetworks,
};
