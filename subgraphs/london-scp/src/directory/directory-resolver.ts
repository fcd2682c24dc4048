import { DateScalar, ListSize, LocalAuthority, Public, isDuring } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { coverages, localAuthorities, partnershipById, partnerships } from './directory-loaders';
import { DIRECTORY_SIZE } from './directory-size';
import { LocalPartnership } from './local-partnership';
import { requireKnown } from './require-known';

/** The entry points to partnerships and local authorities. */
@Resolver()
export class DirectoryResolver {
  @Query(() => LocalPartnership, { nullable: true, description: 'The partnership with this id, or null.' })
  @Public()
  partnership(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Id of the partnership, as `lambeth`.' }) id: string,
  ) {
    return partnershipById(context, id);
  }

  @Query(() => [LocalPartnership], { description: 'Partnerships of the directory, all unless filtered.' })
  @ListSize(DIRECTORY_SIZE)
  @Public()
  async partnerships(
    @Ctx() context: SubgraphContext,
    @Arg('ids', () => [ID], { nullable: true, description: 'Only these; an unknown id is an error.' })
    ids?: string[] | null,
    @Arg('localAuthority', () => ID, {
      nullable: true,
      description: 'Only those that cover this GSS code; an unknown one is an error.',
    })
    localAuthority?: string | null,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Only those whose coverage, by the founding documents, holds on this day.',
    })
    on?: string | null,
  ) {
    const all = await partnerships(context);
    requireKnown(
      'ids',
      ids ?? [],
      all.map(({ id }) => id),
      'Take ids of `partnerships { id }`.',
    );
    if (localAuthority) {
      const codes = (await localAuthorities(context)).map(({ gssCode }) => gssCode);
      requireKnown('localAuthority', [localAuthority], codes, 'Take one of `localAuthorities { gssCode }`.');
    }
    const covers = (await coverages(context)).filter(
      (coverage) =>
        (!localAuthority || coverage.localAuthorityCode === localAuthority) &&
        (!on || isDuring(on, coverage.validFrom, coverage.validTo)),
    );
    const covering = new Set(covers.map((coverage) => coverage.partnershipId));
    return all.filter(({ id }) => (!ids || ids.includes(id)) && ((!localAuthority && !on) || covering.has(id)));
  }

  @Query(() => [LocalAuthority], { description: "London's 33 local authorities, in the order of their GSS codes." })
  @ListSize(33)
  @Public()
  localAuthorities(@Ctx() context: SubgraphContext) {
    return localAuthorities(context);
  }
}
