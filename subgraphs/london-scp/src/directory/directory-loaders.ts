import { LocalAuthority } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { AssertionRecord, CoverageRecord, LocalAuthorityRecord, PartnershipRecord } from './directory-records';
import type { LocalPartnership } from './local-partnership';

/** Every local authority, in the order of their GSS codes. */
export const localAuthorities = wholeTable(LocalAuthorityRecord, { order: { gssCode: 'ASC' } });

/** Every coverage, in the order of GSS codes. */
export const coverages = wholeTable(CoverageRecord, { order: { localAuthorityCode: 'ASC' } });

/** Every assertion, in the order of the directory. */
export const assertions = wholeTable(AssertionRecord, { order: { partnershipId: 'ASC', position: 'ASC' } });

const partnershipRecords = wholeTable(PartnershipRecord, { order: { position: 'ASC' } });

/** Every partnership of the directory, in its order, as a value of its concrete type; its lists are resolved from it. */
export async function partnerships(context: SubgraphContext): Promise<LocalPartnership[]> {
  const records = await partnershipRecords(context);
  return records.map(({ id, name, typeName }) => ({ __typename: typeName, id, name }) as unknown as LocalPartnership);
}

/** The partnership with this id, or null. */
export async function partnershipById(context: SubgraphContext, id: unknown): Promise<LocalPartnership | null> {
  return (await partnerships(context)).find((partnership) => partnership.id === id) ?? null;
}

/** The local authority with this GSS code, as federation may mark it; null where there is none. */
export async function authorityReference(context: SubgraphContext, gssCode: unknown): Promise<LocalAuthority | null> {
  const found = await localAuthorityByCode(context, gssCode);
  return found && Object.assign(new LocalAuthority(), { gssCode: found.gssCode });
}

/** Every local authority by its GSS code. */
export async function localAuthoritiesByCode(
  context: SubgraphContext,
): Promise<ReadonlyMap<string, LocalAuthorityRecord>> {
  return new Map((await localAuthorities(context)).map((authority) => [authority.gssCode, authority]));
}

/** The local authority with this GSS code, or null. */
export async function localAuthorityByCode(
  context: SubgraphContext,
  gssCode: unknown,
): Promise<LocalAuthorityRecord | null> {
  return (await localAuthorities(context)).find((authority) => authority.gssCode === gssCode) ?? null;
}
