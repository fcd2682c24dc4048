import { Authenticated, DateTimeScalar } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Coverage } from '../../directory/coverage';
import type { Disagreement } from './reconcile-movements';

/** Where the two sides of movements disagree, as far as partnerships answered. */
@ObjectType({ description: 'Where the two sides of movements disagree. It should be nowhere.' })
@Authenticated()
export class MovementReconciliation {
  @Field(() => DateTimeScalar, { description: 'The instant that it speaks of.' })
  asOf!: string;

  @Field(() => Coverage, {
    description: 'How many partnerships it rests on. Nothing is concluded from the silence of one that is missing.',
  })
  coverage!: Coverage;

  /** No field: who may see which of them is decided by the fields that are made of them. */
  found!: readonly Disagreement[];

  /** No field: ids of the partnerships that answered. */
  answered!: readonly string[];
}
