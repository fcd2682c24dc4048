import { MovementDisagreement, RequiresScopes, safeCounts } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Disagreement } from './reconcile-movements';

/** In how many movements the two sides disagree in one way. */
@ObjectType({ description: 'In how many movements the two sides disagree in one way.' })
@RequiresScopes('movements:count')
export class MovementDisagreementCount {
  @Field(() => MovementDisagreement, { description: 'The way.' })
  kind!: MovementDisagreement;

  @Field(() => Int, { nullable: true, description: 'In how many; null where it is suppressed.' })
  count!: number | null;

  @Field(() => Boolean, { description: 'Whether the number is from 1 to 4, and kept back.' })
  isSuppressed!: boolean;
}

/** Counts every kind, also one that there is none of, so that no number points to a child. */
export function countByKind(found: readonly Disagreement[]): MovementDisagreementCount[] {
  const kinds = Object.values(MovementDisagreement);
  const counts = kinds.map((kind) => found.filter((one) => one.kind === kind).length);
  const [cells] = safeCounts([counts]).cells;
  return kinds.map((kind, index) => {
    const isSuppressed = cells![index] === 'SUPPRESSED';
    return Object.assign(new MovementDisagreementCount(), {
      ...{ kind, count: isSuppressed ? null : counts[index]!, isSuppressed },
    });
  });
}
