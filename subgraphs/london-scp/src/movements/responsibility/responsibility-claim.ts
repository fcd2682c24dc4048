import { connectionOf, DateTimeScalar, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ResponsibilityClaimRecord } from './responsibility-records';

/** Two authorities say that they are responsible for one child: both see it until people have settled it. */
@ObjectType({
  description:
    "An authority's claim that it is responsible for a child, while the hub has another as responsible. Both see it until it is settled.",
})
@RequiresScopes('movements:read')
export class ResponsibilityClaim {
  @Field(() => ID, { description: 'Id of the movement by which it is claimed.' })
  movement!: string;

  @Field(() => ID, { description: 'Pseudonym of the child, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;

  @Field(() => ID, { description: 'GSS code of the authority that claims it.' })
  claimant!: string;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority that is responsible now.' })
  responsible!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the hub recorded what claims it.' })
  since!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled; null until then.' })
  settledAt!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was right: true where the claimant is responsible since. Null until it is settled.',
  })
  isConfirmed!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the authority that was responsible last said of it, or the claimant that gave way; null where neither has.',
  })
  answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was said; null where nothing was.' })
  answeredAt!: string | null;
}

/** Pages of them, oldest first. */
export const ResponsibilityClaimConnection = connectionOf('ResponsibilityClaim', ResponsibilityClaim);

/** A claim as the graph shows it. */
export function claimOf(
  {
    movementId: movement,
    childPseudonym,
    claimant,
    since,
    settledAt,
    settlement,
    answer,
    answeredAt,
  }: ResponsibilityClaimRecord,
  responsible: string | null,
): ResponsibilityClaim {
  return Object.assign(new ResponsibilityClaim(), {
    ...{ movement, childPseudonym, claimant, responsible, since, settledAt, answer, answeredAt },
    isConfirmed: settlement === null ? null : settlement === 'CONFIRMED',
  });
}
