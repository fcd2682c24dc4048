import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverages } from '../directory/directory-loaders';
import { coveragesToday, coveringToday } from '../directory/covering-today';

/** Id of the partnership that covers a local authority today; null where none of the directory does. */
export async function coveringPartnership(context: SubgraphContext, gssCode: string): Promise<string | null> {
  return coveringToday(await coverages(context))(gssCode);
}

/** GSS codes of the local authorities that a partnership covers today. */
export async function authoritiesOf(context: SubgraphContext, partnershipId: string): Promise<string[]> {
  return coveragesToday(await coverages(context))
    .filter((coverage) => coverage.partnershipId === partnershipId)
    .map(({ localAuthorityCode }) => localAuthorityCode);
}
