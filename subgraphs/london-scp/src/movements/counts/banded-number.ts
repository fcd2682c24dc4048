import { Synthetic } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';

/** A count of children, made safe. Extended by whatever says what is counted. */
@ObjectType()
export abstract class BandedNumber extends Synthetic {
  @Field(() => Int, { description: 'How many at least: rounded down to a multiple of 5, so that 5 is from 5 to 9.' })
  value!: number;
}
