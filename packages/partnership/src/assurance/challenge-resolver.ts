import {
  Agency,
  ChallengeEscalation,
  DateScalar,
  ProfessionalChallenge,
  toDayNumber,
  todayInLondon,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { agencies } from '../governance/governance-loaders';
import { escalationsOfChallenge } from './assurance-loaders';
import type { ProfessionalChallengeRecord } from './challenge-record';

/** What a challenge leads to, and how long it was open. */
@Resolver(() => ProfessionalChallenge)
export class ChallengeResolver {
  @FieldResolver(() => Agency)
  async agency(@Root() { agencyId }: ProfessionalChallengeRecord, @Ctx() context: SubgraphContext) {
    return (await agencies(context)).find(({ id }) => id === agencyId)!;
  }

  @FieldResolver(() => Int)
  daysOpen(
    @Root() { raisedOn, resolvedOn }: ProfessionalChallenge,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    const day = on ?? todayInLondon();
    const until = resolvedOn !== null && resolvedOn <= day ? resolvedOn : day;
    return Math.max(0, toDayNumber(until) - toDayNumber(raisedOn));
  }

  @FieldResolver(() => [ChallengeEscalation])
  escalations(@Root() { reference }: ProfessionalChallenge, @Ctx() context: SubgraphContext) {
    return escalationsOfChallenge(context).load(reference);
  }
}
