import {
  banded,
  DateTimeScalar,
  ListSize,
  MovementDisagreement,
  RequiresScopes,
  type BandedCount,
} from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import { Coverage } from '../../directory/coverage';
import type { Disagreement } from './reconcile-movements';

@ObjectType({ description: 'In how many movements the two sides disagree in one way.' })
@RequiresScopes('movements:count')
export class MovementDisagreementCount {
  @Field(() => MovementDisagreement, { description: 'The way.' })
  kind!: MovementDisagreement;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many at least: rounded down to a multiple of 5. Null from 0 to 4.',
  })
  count!: BandedCount;
}

/** In how many movements the two sides disagree. */
@ObjectType({ description: 'In how many movements the two sides disagree, by the way in which they do.' })
@RequiresScopes('movements:count')
export class MovementDisagreementCounts {
  @Field(() => DateTimeScalar, { description: 'The instant that these numbers speak of.' })
  asOf!: string;

  @Field(() => Coverage, { description: 'How many partnerships these numbers rest on.' })
  coverage!: Coverage;

  @Field(() => [MovementDisagreementCount], { description: 'Every way, in one order.' })
  @ListSize(7)
  kinds!: MovementDisagreementCount[];
}

/** Counts every kind, also one that there is none of, so that no number points to a child. */
export function countByKind(found: readonly Disagreement[]): MovementDisagreementCount[] {
  return Object.values(MovementDisagreement).map((kind) => ({
    ...{ kind, count: banded(found.filter((one) => one.kind === kind).length) },
  }));
}
