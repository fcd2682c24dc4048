import { isDuring, todayInLondon } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverages } from '../directory/directory-loaders';

/** Id of the partnership that covers a local authority today; null where none of the directory does. */
export async function coveringPartnership(context: SubgraphContext, gssCode: string): Promise<string | null> {
  return (await coveringPartnerships(context)).get(gssCode) ?? null;
}

/** Ids of the partnerships that cover local authorities today, by GSS code. */
export async function coveringPartnerships(context: SubgraphContext): Promise<ReadonlyMap<string, string>> {
  const all = await coveragesToday(context);
  return new Map(all.map(({ localAuthorityCode, partnershipId }) => [localAuthorityCode, partnershipId]));
}

/** GSS codes of the local authorities that a partnership covers today. */
export async function authoritiesOf(context: SubgraphContext, partnershipId: string): Promise<string[]> {
  return (await coveragesToday(context))
    .filter((coverage) => coverage.partnershipId === partnershipId)
    .map(({ localAuthorityCode }) => localAuthorityCode);
}

async function coveragesToday(context: SubgraphContext) {
  const today = todayInLondon();
  return (await coverages(context)).filter(({ validFrom, validTo }) => isDuring(today, validFrom, validTo));
}
