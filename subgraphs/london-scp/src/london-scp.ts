import { obligationsOf } from '@hub/partnership';
import { composeModules, type SubgraphDefinition } from '@hub/subgraph-kit';
import { accessRecords } from './access';
import { directory } from './directory';
import { decisions } from './governance/decisions';
import { executive } from './governance/executive';
import { londonFacts } from './governance/executive/london-facts';
import { LondonScp } from './governance/executive/london-scp-type';
import { meetings } from './meetings';
import { pooledBudget } from './money';
import { movements } from './movements';
import { networks } from './networks';
import { procedures } from './procedures';

const business = [decisions, meetings, networks, pooledBudget, procedures, movements, accessRecords];

/** The subgraph of the London SCP: its own business, and the directory that joins every partnership. */
export const londonScp: SubgraphDefinition = {
  ...composeModules('london-scp', [
    executive,
    directory(business.flatMap(({ capabilities = [] }) => capabilities)),
    ...business,
    obligationsOf(LondonScp, londonFacts, [executive, ...business]),
  ]),
  firstQuestion: '{ partnerships { id name localAuthorities { gssCode name } } }',
};
