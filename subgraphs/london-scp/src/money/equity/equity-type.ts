import { ListSize, Pence, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Coverage } from '../../directory/coverage';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { EquityBasis } from './equity-basis';
import { PartnershipEquity } from './partnership-equity';
import { SectorEquity } from './sector-equity';

/** Who bears what part of the contributions to London in a financial year (TRI-54: equitable and proportional). */
@ObjectType({
  description: 'Who bears what part of the contributions to London in a financial year, and how that changed.',
})
@RequiresScopes('budget:read')
export class Equity {
  @Field(() => Coverage, { description: 'The partnerships that answered for this year, and those that did not.' })
  coverage!: Coverage;

  @Field(() => EquityBasis, { description: 'Which amounts it is measured by.' })
  basis!: EquityBasis;

  @Field(() => Pence, {
    nullable: true,
    description: 'The whole; null unless every partnership of the directory answered.',
  })
  totalPence!: number | null;

  @Field(() => [SectorEquity], { description: 'By sector of the agency that pledged.' })
  @ListSize(5)
  bySector!: SectorEquity[];

  @Field(() => [PartnershipEquity], {
    description: 'By partnership, in the order of the directory, those that did not answer among them.',
  })
  @ListSize(DIRECTORY_SIZE)
  byPartnership!: PartnershipEquity[];
}
