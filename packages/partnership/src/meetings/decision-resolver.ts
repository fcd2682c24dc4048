import { Agency, AgendaRequest, Body, BodyDecision, DateScalar, PartnerSignOff, ScheduledMeeting } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { BodyDecisionRecord } from './body-decision-record';
import { signOffsOfDecision, signersOfDecisions } from './decision-sign-offs';
import { bodyOf, requestsOfMeeting } from './meeting-loaders';
import type { ScheduledMeetingRecord } from './scheduled-meeting-record';
import { awaited, signedOffOn } from './sign-offs';

/** What a decision leads to, and what follows from its sign-offs. */
@Resolver(() => BodyDecision)
export class BodyDecisionResolver {
  @FieldResolver(() => Body)
  body(@Root() decision: BodyDecisionRecord, @Ctx() context: SubgraphContext) {
    return bodyOf(decision, decision.decidedOn, context);
  }

  @FieldResolver(() => [PartnerSignOff])
  signOffs(@Root() decision: BodyDecisionRecord, @Ctx() context: SubgraphContext) {
    return signOffsOfDecision(decision, context);
  }

  @FieldResolver(() => [Agency])
  async awaited(@Root() decision: BodyDecisionRecord, @Ctx() context: SubgraphContext) {
    const signers = (await signersOfDecisions(context))(decision);
    return awaited(signers, await signOffsOfDecision(decision, context)).map(({ agency }) => agency);
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async finalOn(@Root() decision: BodyDecisionRecord, @Ctx() context: SubgraphContext) {
    return signedOffOn((await signersOfDecisions(context))(decision), await signOffsOfDecision(decision, context));
  }
}

/** What a planned meeting leads to. */
@Resolver(() => ScheduledMeeting)
export class ScheduledMeetingResolver {
  @FieldResolver(() => Body)
  body(@Root() planned: ScheduledMeetingRecord, @Ctx() context: SubgraphContext) {
    return bodyOf(planned, planned.scheduledFor, context);
  }

  @FieldResolver(() => [AgendaRequest], { nullable: true })
  agendaRequests(@Root() { reference }: ScheduledMeetingRecord, @Ctx() context: SubgraphContext) {
    return requestsOfMeeting(context).load(reference);
  }
}
