import {
  AssuranceArrangement,
  AssuresPractice,
  DateScalar,
  PracticeAuditConnection,
  ProfessionalChallenge,
  ProfessionalChallengeConnection,
  ScrutinyActivityConnection,
  todayInLondon,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { assuranceArrangements, auditPage, challengePage, challenges, scrutinyPage } from './assurance-loaders';

/** How a partnership assures itself of practice. */
@Resolver(() => AssuresPractice)
export class AssuresPracticeResolver {
  @FieldResolver(() => AssuranceArrangement, { nullable: true })
  async assuranceArrangement(@Ctx() context: SubgraphContext) {
    return (await assuranceArrangements(context))[0] ?? null;
  }

  @FieldResolver(() => PracticeAuditConnection, { nullable: true })
  practiceAudits(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return auditPage(context, first, after);
  }

  @FieldResolver(() => ProfessionalChallengeConnection, { nullable: true })
  challenges(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return challengePage(context, first, after);
  }

  @FieldResolver(() => [ProfessionalChallenge], { nullable: true })
  async openChallenges(
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    const day = on ?? todayInLondon();
    const raised = (await challenges(context)).filter(({ raisedOn }) => raisedOn <= day);
    return raised.filter(({ resolvedOn }) => resolvedOn === null || resolvedOn > day).toReversed();
  }

  @FieldResolver(() => ScrutinyActivityConnection, { nullable: true })
  scrutinyActivities(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return scrutinyPage(context, first, after);
  }
}
