import { DateScalar, ListSize, LocalAuthority, isDuring } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { coverages, localAuthorities, localAuthorityByCode, partnershipById } from './directory-loaders';
import type { LocalAuthorityRecord } from './directory-records';
import { LocalPartnership } from './local-partnership';

/** What the directory holds of a local authority. The root may be its key alone. */
@Resolver(() => LocalAuthority)
export class LocalAuthorityResolver {
  @FieldResolver(() => String, { description: 'Name of the borough.' })
  name(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'name');
  }

  @FieldResolver(() => String, { description: 'Three-digit code of the Department for Education.' })
  dfeCode(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'dfeCode');
  }

  @FieldResolver(() => String, { description: 'Three-letter code of the London Innovation and Improvement Alliance.' })
  liiaCode(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'liiaCode');
  }

  @FieldResolver(() => String, { description: 'Metropolitan Police command unit, or the City of London Police.' })
  policeUnit(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'policeUnit');
  }

  @FieldResolver(() => String, { description: 'Integrated care board, as of March 2026.' })
  icb(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'icb');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Integrated care board that was approved to succeed it; no source confirming completion was found.',
  })
  icbSuccessor(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'icbSuccessor');
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'When the succession was due to take effect.' })
  icbSuccessorFrom(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'icbSuccessorFrom');
  }

  @FieldResolver(() => [LocalAuthority], { description: 'London authorities that share a land border.' })
  @ListSize(6)
  async neighbours(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    const codes = await field(root, context, 'neighbourCodes');
    return (await localAuthorities(context)).filter(({ gssCode }) => codes.includes(gssCode));
  }

  @FieldResolver(() => [String], { description: 'Districts outside London that share a land border.' })
  @ListSize(2)
  neighboursOutsideLondon(@Root() root: LocalAuthority, @Ctx() context: SubgraphContext) {
    return field(root, context, 'neighboursOutsideLondon');
  }

  @FieldResolver(() => LocalPartnership, {
    nullable: true,
    description: 'The partnership of the directory that covers it; null where none of the directory does.',
  })
  async partnership(
    @Root() { gssCode }: LocalAuthority,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'On this day, by the founding documents.' })
    on?: string | null,
  ) {
    const coverage = (await coverages(context)).find(
      ({ localAuthorityCode, validFrom, validTo }) =>
        localAuthorityCode === gssCode && (!on || isDuring(on, validFrom, validTo)),
    );
    return coverage ? partnershipById(context, coverage.partnershipId) : null;
  }
}

async function field<Name extends keyof LocalAuthorityRecord>(
  { gssCode }: LocalAuthority,
  context: SubgraphContext,
  name: Name,
): Promise<LocalAuthorityRecord[Name]> {
  const authority = await localAuthorityByCode(context, gssCode);
  if (!authority) throw new Error(`The directory holds no local authority ${gssCode}.`);
  return authority[name];
}
