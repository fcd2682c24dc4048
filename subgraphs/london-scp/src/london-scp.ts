import { clauseReference, obligationsOf } from '@hub/partnership';
import { composeModules, keptBy, type SubgraphDefinition } from '@hub/subgraph-kit';
import { accessRecords } from './access';
import { directory } from './directory';
import { decisions } from './governance/decisions';
import { escalation } from './governance/escalation';
import { executive } from './governance/executive';
import { LONDON_FACTS, londonFacts } from './governance/executive/london-facts';
import { LONDON_SCP } from './governance/executive/london-scp-resolver';
import { LondonScp } from './governance/executive/london-scp-type';
import { meetings } from './meetings';
import { pooledBudget } from './money';
import { movements } from './movements';
import { networks } from './networks';
import { plans } from './plans';
import { procedures } from './procedures';

const business = [
  ...[decisions, escalation, meetings, networks, plans, pooledBudget, procedures, movements, accessRecords],
];

/** The subgraph of the London SCP: its own business, and the directory that joins every partnership. */
export const londonScp: SubgraphDefinition = {
  ...composeModules('london-scp', [
    executive,
    directory(business.flatMap(({ capabilities = [] }) => capabilities)),
    ...business,
    obligationsOf(LondonScp, LONDON_SCP.id, () => [londonFacts()], [executive, ...business]),
  ]),
  clauseReference: () => clauseReference(LONDON_FACTS, londonFacts(), business.flatMap(keptBy)),
  firstQuestion: '{ partnerships { id name localAuthorities { gssCode name } } }',
};
