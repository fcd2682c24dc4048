import { ListSize, LocalAuthority, Public } from '@hub/contract';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { readPartnerships } from './directory-files';
import { PartnershipAssertion } from './partnership-assertion';
import { PartnershipCoverage } from './partnership-coverage';

/**
 * The directory's side of the interface: what the London SCP knows of every partnership. All else
 * about a partnership is published by its own subgraph.
 */
@InterfaceType('LocalPartnership', {
  description: 'A local safeguarding children partnership. Each has a type of its own, published by its own subgraph.',
})
export abstract class LocalPartnership {
  @Field(() => ID, { description: 'Id of the partnership, as `havering`.' })
  @Public()
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  @Public()
  name!: string;

  @Field(() => [LocalAuthority], { description: 'The local authorities it covers, in the order of their GSS codes.' })
  @ListSize(3)
  @Public()
  localAuthorities!: LocalAuthority[];

  @Field(() => [PartnershipCoverage], { description: 'The local authorities it covers, with dates and sources.' })
  @ListSize(3)
  @Public()
  coverage!: PartnershipCoverage[];

  @Field(() => [PartnershipAssertion], { description: 'What others and the partnership itself assert of it.' })
  @ListSize(3)
  @Public()
  assertions!: PartnershipAssertion[];
}

function createStub(typeName: string, capabilities: readonly Function[]): Function {
  @ObjectType(typeName, {
    implements: [LocalPartnership, ...capabilities],
    description: 'A local safeguarding children partnership, as its own subgraph publishes it.',
  })
  @Directive('@key(fields: "id")')
  class Stub extends LocalPartnership {}
  return Stub;
}

/**
 * One concrete type a partnership of the directory.
 *
 * @param capabilities - interfaces that partnerships' own subgraphs serve, as this one sees them: their fields are
 * `@external` here, so that a reducer may require them.
 */
export const partnershipStubs = (capabilities: readonly Function[]): Function[] =>
  readPartnerships().map(({ typeName }) => createStub(typeName, capabilities));
