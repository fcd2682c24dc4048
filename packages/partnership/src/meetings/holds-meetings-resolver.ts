import { Body, HoldsMeetings, Meeting, MeetingConnection, QuorumResult, quorumResult } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { bodyOn } from '../governance/governance-loaders';
import { meetingPage, type MeetingRecord } from './meeting-record';

/** The meetings that a partnership's bodies held. */
@Resolver(() => HoldsMeetings)
export class HoldsMeetingsResolver {
  @FieldResolver(() => MeetingConnection, { nullable: true })
  meetings(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return meetingPage(context, first, after);
  }
}

/** What a meeting leads to. */
@Resolver(() => Meeting)
export class MeetingResolver {
  @FieldResolver(() => Body)
  body(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return bodyOf(meeting, context);
  }

  @FieldResolver(() => QuorumResult)
  async quorum(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return quorumResult((await bodyOf(meeting, context)).quorum, meeting.sectorsRepresented);
  }
}

async function bodyOf(meeting: MeetingRecord, context: SubgraphContext) {
  const body = await bodyOn(context, meeting.bodyId, meeting.heldOn);
  if (!body) throw new Error(`Meeting ${meeting.id} names a body that is not stored.`);
  return body;
}
