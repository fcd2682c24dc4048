import {
  connectionOf,
  DateTimeScalar,
  ownerOfClaim,
  RequiresScopes,
  type ClockRule,
  type ResponsibilityPeriod,
} from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { clockOf, MovementClock } from '../timeline/movement-clock';
import { clockOfClaim } from './claim-clock';
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

  @Field(() => ID, {
    nullable: true,
    description:
      'GSS code of the authority that is to speak next: the one that is responsible, and once it has answered that the claimant ' +
      'is not right, the claimant. Null once it is settled.',
  })
  owner!: string | null;

  @Field(() => MovementClock, { description: 'Until when whoever is responsible is to answer it.' })
  clock!: MovementClock;
}

/** Pages of them, oldest first. */
export const ResponsibilityClaimConnection = connectionOf('ResponsibilityClaim', ResponsibilityClaim);

/** A claim as the graph shows it. */
export function claimOf(
  claim: ResponsibilityClaimRecord,
  holder: Pick<ResponsibilityPeriod, 'authority' | 'from'> | null,
  rules: readonly ClockRule[],
): ResponsibilityClaim {
  const { movementId: movement, childPseudonym, claimant, since, settledAt, settlement, answer, answeredAt } = claim;
  return Object.assign(new ResponsibilityClaim(), {
    ...{ movement, childPseudonym, claimant, since, settledAt, answer, answeredAt },
    responsible: holder?.authority ?? null,
    isConfirmed: settlement === null ? null : settlement === 'CONFIRMED',
    owner: settlement === null && holder ? ownerOfClaim(claim, holder) : null,
    clock: clockOf(clockOfClaim(claim, rules, new Date())),
  });
}
