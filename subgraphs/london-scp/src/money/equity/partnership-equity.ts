import { ListSize, LocalAuthority, Pence, RequiresScopes } from '@hub/contract';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../../directory/local-partnership';
import { Share } from './share';

@ObjectType({ description: 'What the agencies of one partnership pledged to London.' })
@RequiresScopes('budget:read')
export class PartnershipEquity {
  @Field(() => LocalPartnership, { description: 'The partnership.' })
  partnership!: LocalPartnership;

  @Field(() => [LocalAuthority], { description: 'The boroughs that it covers.' })
  @ListSize(3)
  localAuthorities!: LocalAuthority[];

  @Field(() => Pence, {
    nullable: true,
    description:
      'Pledged; null where the partnership did not answer, keeps no ledger in the hub, or records no pledge. Zero is an answer.',
  })
  pence!: number | null;

  @Field(() => Share, { nullable: true, description: 'Its share of the whole; null where that is not known.' })
  share!: Share | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Children who live there; null while the hub holds no population with a source.',
  })
  childPopulation!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Pence for each child; null while the population is not known.',
  })
  pencePerChild!: number | null;

  @Field(() => Pence, { nullable: true, description: 'More than in the year before; null where that is not known.' })
  changePence!: number | null;
}
