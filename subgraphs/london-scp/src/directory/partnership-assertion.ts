import { PartialDate, Public } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { AssertionSourceKind } from './assertion-source-kind';

/**
 * What somebody asserts of a partnership, with the source. Assertions may contradict each other and
 * the coverage; they are shown beside it and hide nothing.
 */
@ObjectType({
  description: 'What somebody asserts of a partnership, with the source. Shown beside the coverage; it hides nothing.',
})
@Public()
export class PartnershipAssertion {
  @Field(() => String, { description: 'What is asserted.' })
  statement!: string;

  @Field(() => PartialDate, { nullable: true, description: 'From when it is asserted to hold.' })
  validFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Until when it is asserted to hold.' })
  validTo!: string | null;

  @Field(() => AssertionSourceKind, { description: 'Kind of source.' })
  sourceKind!: AssertionSourceKind;

  @Field(() => String, { description: 'Clause id or web address.' })
  source!: string;

  @Field(() => String, { description: 'Who asserts it.' })
  assertedBy!: string;
}
