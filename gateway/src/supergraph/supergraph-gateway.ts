import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from 'pino';
import { stripSecurity } from '../access/strip-security';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import { SubgraphDataSource } from '../subgraphs/subgraph-data-source';

/** Query plans that are kept, as JSON. In memory they are several times as much. */
const KEPT_PLANS_MIB = 10;

/** The planner and executor over a composed supergraph. It enforces nothing: `EnforcedGateway` stands before it. */
export function createSupergraphGateway(
  supergraphSdl: string,
  clients: ReadonlyMap<string, SubgraphClient>,
  log: Logger,
): ApolloGateway {
  // Without this the constructor calls out, to its vendor and to the cloud metadata addresses.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  return new ApolloGateway({
    supergraphSdl: stripSecurity(supergraphSdl),
    logger: log,
    // Otherwise any client may read query plans by header unless NODE_ENV is "production".
    __exposeQueryPlanExperimental: false,
    experimental_approximateQueryPlanStoreMiB: KEPT_PLANS_MIB,
    buildService: ({ name }) => {
      const client = clients.get(name);
      if (!client) throw new Error(`The supergraph names a subgraph without an address: ${name}.`);
      return new SubgraphDataSource(client, log);
    },
  });
}
