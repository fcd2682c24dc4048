import { LocalAuthority } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { assertions, coverages, localAuthorities, partnershipById } from './directory-loaders';
import type { CoverageRecord } from './directory-records';
import { LocalPartnership } from './local-partnership';
import { PartnershipAssertion } from './partnership-assertion';
import { PartnershipCoverage } from './partnership-coverage';

/** What the directory holds of a partnership. */
@Resolver(() => LocalPartnership)
export class LocalPartnershipResolver {
  @FieldResolver(() => String)
  async name(@Root() root: LocalPartnership, @Ctx() context: SubgraphContext) {
    return root.name ?? (await partnershipById(context, root.id))?.name;
  }

  @FieldResolver(() => [LocalAuthority])
  async localAuthorities(@Root() { id }: LocalPartnership, @Ctx() context: SubgraphContext) {
    const codes = new Set((await coverageOf(id, context)).map((coverage) => coverage.localAuthorityCode));
    return (await localAuthorities(context)).filter(({ gssCode }) => codes.has(gssCode));
  }

  @FieldResolver(() => [PartnershipCoverage])
  coverage(@Root() { id }: LocalPartnership, @Ctx() context: SubgraphContext) {
    return coverageOf(id, context);
  }

  @FieldResolver(() => [PartnershipAssertion])
  async assertions(@Root() { id }: LocalPartnership, @Ctx() context: SubgraphContext) {
    return (await assertions(context)).filter(({ partnershipId }) => partnershipId === id);
  }
}

/** What a coverage leads to. */
@Resolver(() => PartnershipCoverage)
export class PartnershipCoverageResolver {
  @FieldResolver(() => LocalAuthority)
  localAuthority(@Root() coverage: CoverageRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: coverage.localAuthorityCode });
  }
}

async function coverageOf(id: string, context: SubgraphContext): Promise<CoverageRecord[]> {
  return (await coverages(context)).filter(({ partnershipId }) => partnershipId === id);
}
