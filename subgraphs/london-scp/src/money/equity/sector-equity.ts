import { Pence, RequiresScopes, Sector } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Share } from './share';

@ObjectType({ description: 'What the agencies of one sector pledged to London.' })
@RequiresScopes('budget:read')
export class SectorEquity {
  @Field(() => Sector, { description: 'The sector.' })
  sector!: Sector;

  @Field(() => Pence, {
    nullable: true,
    description: 'Pledged in all; null unless every partnership answered, and where no agency answered with a pledge.',
  })
  pence!: number | null;

  @Field(() => Share, { nullable: true, description: 'Its share of the whole; null where that is not known.' })
  share!: Share | null;

  @Field(() => Pence, { nullable: true, description: 'More than in the year before; null where that is not known.' })
  changePence!: number | null;
}
