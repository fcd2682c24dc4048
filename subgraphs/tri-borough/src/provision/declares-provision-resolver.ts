import { DeclaresProvision, EducationProvision, LocalAuthority, ResidentialHomes } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EducationProvisionRecord } from './education-provision-record';
import { ResidentialHomesRecord } from './residential-homes-record';

const educationProvision = wholeTable(EducationProvisionRecord, { order: { position: 'ASC' } });
const residentialHomes = wholeTable(ResidentialHomesRecord, { order: { position: 'ASC' } });

/** The provision that a partnership's document counts. */
@Resolver(() => DeclaresProvision)
export class DeclaresProvisionResolver {
  @FieldResolver(() => [EducationProvision], { nullable: true })
  educationProvision(@Ctx() context: SubgraphContext) {
    return educationProvision(context);
  }

  @FieldResolver(() => [ResidentialHomes], { nullable: true })
  residentialHomes(@Ctx() context: SubgraphContext) {
    return residentialHomes(context);
  }
}

/** What a number of education providers leads to. */
@Resolver(() => EducationProvision)
export class EducationProvisionResolver {
  @FieldResolver(() => LocalAuthority, { nullable: true })
  localAuthority(@Root() provision: EducationProvisionRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: provision.localAuthorityCode });
  }
}

/** What a number of residential homes leads to. */
@Resolver(() => ResidentialHomes)
export class ResidentialHomesResolver {
  @FieldResolver(() => LocalAuthority, { nullable: true })
  localAuthority(@Root() homes: ResidentialHomesRecord) {
    return Object.assign(new LocalAuthority(), { gssCode: homes.localAuthorityCode });
  }
}
