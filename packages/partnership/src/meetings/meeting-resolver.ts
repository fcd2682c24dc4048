import {
  Agency,
  Body,
  Meeting,
  MeetingAttendance,
  MeetingMinutes,
  QuorumResult,
  Sector,
  SignedSubject,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { attendanceOf, bodyOf, quorumOfMeetings, sectorsOf, signOffsUnder } from './meeting-loaders';
import type { MeetingRecord } from './meeting-record';
import { countingFor } from './sign-offs';

/** What a meeting leads to, and what follows from who came. */
@Resolver(() => Meeting)
export class MeetingResolver {
  @FieldResolver(() => Body)
  body(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return bodyOf(meeting, meeting.heldOn, context);
  }

  @FieldResolver(() => [Sector])
  sectorsRepresented(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return sectorsOf(meeting, context);
  }

  @FieldResolver(() => QuorumResult)
  async quorum(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return (await quorumOfMeetings(context))(meeting).result;
  }

  @FieldResolver(() => [Agency], { nullable: true })
  async missingAgencies(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return (await quorumOfMeetings(context))(meeting).missing;
  }

  @FieldResolver(() => [MeetingAttendance], { nullable: true })
  attendance(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    return attendanceOf(meeting, context);
  }

  @FieldResolver(() => MeetingMinutes, { nullable: true })
  async minutes(@Root() meeting: MeetingRecord, @Ctx() context: SubgraphContext) {
    const { reference, minutesUrl, minutesPublishedOn, minutesApprovedOn } = meeting;
    const signed = reference === null ? [] : await signOffsUnder(context).load(reference);
    const signOffs = countingFor(
      meeting,
      signed.filter(({ subject }) => subject === SignedSubject.MINUTES),
    );
    const published = { redactedUrl: minutesUrl, publishedOn: minutesPublishedOn };
    return { ...published, approvedByChairOn: minutesApprovedOn, signOffs };
  }
}
