import { Synthetic, type SafeCount } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';

/** A count of children, made safe. Extended by whatever says what is counted. */
@ObjectType()
export abstract class SafeNumber extends Synthetic {
  @Field(() => Int, { nullable: true, description: 'How many; null where it is suppressed. A total is rounded to 5.' })
  value!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the number is kept back: it is from 1 to 4, or would give such a one away.',
  })
  isSuppressed!: boolean;
}

/** The fields of a count that was made safe. */
export function safeNumber(count: SafeCount): { value: number | null; isSuppressed: boolean } {
  return count === 'SUPPRESSED' ? { value: null, isSuppressed: true } : { value: count, isSuppressed: false };
}
