import { Pence, RequiresScopes } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A part of a whole, without loss: the fraction itself, and basis points that add up to exactly 10,000.',
})
@RequiresScopes('budget:read')
export class Share {
  @Field(() => Pence, { description: 'The part.' })
  partPence!: number;

  @Field(() => Pence, { description: 'The whole.' })
  wholePence!: number;

  @Field(() => Int, { description: 'Hundredths of a percent, rounded so that all parts add up (largest remainder).' })
  basisPoints!: number;
}
