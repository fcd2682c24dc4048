import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Body } from './body';
import { Relation } from './relation';
import { StatutoryPartner } from './statutory-partner';
import { TermsOfReference } from './terms-of-reference';

/**
 * The small core that every partnership's subgraph publishes. The directory of the London SCP adds
 * `name`, `localAuthorities` and `coverage`. Fields are nullable: a partnership that does not answer
 * costs its own fields and nothing more.
 */
@InterfaceType({
  description: 'A local safeguarding children partnership. Each has a type of its own, published by its own subgraph.',
})
export abstract class LocalPartnership {
  @Field(() => ID, { description: 'Id of the partnership, as `havering`.' })
  @Public()
  id!: string;

  @Field(() => TermsOfReference, { nullable: true, description: 'Its governing document.' })
  @Public()
  termsOfReference(
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'That which was worked to on this day. Today unless given.',
    })
    _on?: string | null,
  ): TermsOfReference | null {
    return resolvedElsewhere('LocalPartnership.termsOfReference');
  }

  @Field(() => [Body], { nullable: true, description: 'Its bodies: executive, groups and subgroups.' })
  @ListSize(8)
  @Public()
  bodies!: Body[] | null;

  @Field(() => [StatutoryPartner], { nullable: true, description: 'Its statutory safeguarding partners, by sector.' })
  @ListSize(5)
  @Public()
  statutoryPartners!: StatutoryPartner[] | null;

  @Field(() => [Relation], { nullable: true, description: 'What its document asserts of arrangements with others.' })
  @ListSize(12)
  @Public()
  relations!: Relation[] | null;
}
