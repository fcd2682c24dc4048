import { assembleInThread, type AssembledSdl, type ServedSubgraph, type SubgraphCandidate } from '@hub/registry';
import type { Logger } from 'pino';
import { HUB_SUBGRAPH } from '../errors';
import type { SubgraphSchemas } from './subgraph-schemas';

/**
 * Makes the supergraph of the schemas of all subgraphs, and keeps those that are good; says of each that is not served as it
 * publishes why.
 *
 * @param contract - to which partnerships are held, as SDL; null to hold them to none.
 * @throws CompositionFailed where the hub's own subgraph has no schema that composes.
 */
export async function loadSupergraph(
  candidates: readonly SubgraphCandidate[],
  schemas: SubgraphSchemas,
  contract: string | null,
  log: Logger,
): Promise<AssembledSdl> {
  const assembled = await assembleInThread(candidates, HUB_SUBGRAPH, contract);
  for (const one of assembled.subgraphs)
    if (one.servedUnder !== 'PUBLISHED') log.warn(lineOf(one), HOW[one.servedUnder]);
  for (const hint of assembled.hints) log.debug({ hint }, 'Composition has a hint.');
  await schemas.keep(assembled.subgraphs);
  return assembled;
}

const lineOf = ({ name: subgraph, problem }: ServedSubgraph) => ({ subgraph, problem });

const HOW = {
  LAST_GOOD: 'A subgraph is served under its last good schema.',
  NONE: 'A subgraph is not served: it has no good schema.',
};
